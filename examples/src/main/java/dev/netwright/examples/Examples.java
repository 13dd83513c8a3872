package dev.netwright.examples;

import dev.netwright.examples.actorcritic.ActorCriticCommand;
import dev.netwright.examples.blackscholes.BlackScholesCommand;
import dev.netwright.examples.cartpole.CartPoleCommand;
import dev.netwright.examples.digits.DigitsCommand;
import dev.netwright.examples.iris.IrisCommand;
import dev.netwright.examples.iris.PyTorchIrisCommand;
import dev.netwright.examples.rents.RentsCommand;
import dev.netwright.examples.spirals.SpiralsCommand;
import dev.netwright.examples.xor.XorCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of all examples. */
@Command(
        name = "netwright-examples",
        description = "Networks that people would really write.",
        synopsisSubcommandLabel = "EXAMPLE",
        commandListHeading = "%nExamples:%n",
        footer = {
            "",
            "Each takes --help. The same results come several times faster with",
            "  java --add-modules jdk.incubator.vector -jar netwright-examples.jar EXAMPLE"
        },
        subcommands = {
            XorCommand.class,
            SpiralsCommand.class,
            IrisCommand.class,
            PyTorchIrisCommand.class,
            DigitsCommand.class,
            BlackScholesCommand.class,
            CartPoleCommand.class,
            ActorCriticCommand.class,
            RentsCommand.class,
        })
public final class Examples implements Runnable {
    /** What the JDK's logger writes: the message alone, and a stack trace where there is one. */
    private static final String PLAIN_LOG_LINE = "%5$s%6$s%n";

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    boolean help;

    /** For the command line. */
    public Examples() {}

    /** Runs one example; exits with 0, with 1 where it fails, or with 2 where the command line is wrong. */
    public static void main(String[] arguments) {
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", PLAIN_LOG_LINE);
        }
        System.exit(run(arguments));
    }

    /** Runs one example and returns the exit code. */
    static int run(String... arguments) {
        return new CommandLine(new Examples())
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionExceptionHandler(Failures::execution)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Name an example.");
    }
}
