package dev.netwright.examples;

import dev.netwright.examples.xor.XorCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of all examples. */
@Command(
        name = "netwright-examples",
        description = "Networks that people would really write.",
        mixinStandardHelpOptions = true,
        subcommands = {XorCommand.class})
public final class Examples implements Runnable {
    @Spec
    private CommandSpec command = CommandSpec.create();

    /** For the command line. */
    public Examples() {}

    /** Runs one example; exits with 0, or with 2 where the command line is wrong. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Examples()).execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Name an example.");
    }
}
