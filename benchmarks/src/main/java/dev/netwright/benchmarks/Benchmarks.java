package dev.netwright.benchmarks;

import dev.netwright.benchmarks.profile.ProfileCommand;
import dev.netwright.benchmarks.work.Works;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: everything in one sitting, or parts of it. */
@Command(
        name = "benchmarks",
        description =
                "Measures Netwright, its peers and the machine in one sitting, and writes RESULTS.md and RESULTS.json.",
        subcommands = ProfileCommand.class)
public final class Benchmarks implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    boolean help;

    @Option(
            names = "--only",
            split = ",",
            completionCandidates = Part.Names.class,
            description = "Parts, separated by commas: ${COMPLETION-CANDIDATES}. By default all.")
    private List<String> only = Part.all();

    @Option(names = "--match", description = "Only works whose id has a match of this regular expression.")
    private Pattern match = Pattern.compile("");

    @Option(names = "--without", split = ",", description = "Contenders to leave out, by the start of their titles.")
    private List<String> without = List.of();

    @Option(names = "--quick", description = "Short measurements, for a look: minutes instead of half an hour.")
    private boolean quick;

    @Option(names = "--output", description = "Where the results go; by default ${DEFAULT-VALUE}.")
    private Path output = Path.of("benchmarks");

    /** For the command line. */
    public Benchmarks() {}

    /** Exits with 0, with 1 where something fails, or with 2 where the command line is wrong. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Set<String> unknown = new TreeSet<>(only);
        unknown.removeAll(Part.all());
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "No part is called " + String.join(", ", unknown) + ". See --help.");
        }
        if (Works.all().stream().noneMatch(work -> match.matcher(work.id()).find())) {
            throw new ParameterException(
                    command.commandLine(),
                    "No work has an id that " + match + " matches. Ids are such as "
                            + Works.all().get(0).id() + ".");
        }
        new SittingRun(only, match, without, quick, output).run();
        return 0;
    }
}
