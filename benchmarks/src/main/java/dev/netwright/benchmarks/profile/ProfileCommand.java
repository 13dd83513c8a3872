package dev.netwright.benchmarks.profile;

import dev.netwright.benchmarks.peer.Peers;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.benchmarks.work.Work;
import dev.netwright.benchmarks.work.Works;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints where the time of a work goes, by method, as the JVM's recorder samples it. */
@Command(
        name = "profile",
        description = "Prints where the time of a training step goes. Wants java --add-modules jdk.incubator.vector.")
public final class ProfileCommand implements Callable<Integer> {
    private static final double LEAST_SHARE = 0.002;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    boolean help;

    @Option(names = "--work", description = "The id of a work; by default ${DEFAULT-VALUE}.")
    private String work = "training/784-512-512-10@128/sgd/1";

    @Option(names = "--seconds", description = "How long; by default ${DEFAULT-VALUE}.")
    private int seconds = 10;

    /** For the command line. */
    public ProfileCommand() {}

    @Override
    @SuppressWarnings("SystemOut") // What it is for.
    public Integer call() throws Exception {
        Work chosen = Works.all().stream()
                .filter(known -> known.id().equals(work))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "No work is called " + work + "; ids are such as "
                                + Works.all().get(0).id() + "."));
        try (Session session = Peers.byId("netwright").open(Task.of(chosen))) {
            repeat(session, Math.min(3, seconds));
            Map<String, Double> shares =
                    Samples.of(() -> repeat(session, seconds), name -> name.startsWith("dev.netwright."));
            System.out.println(chosen.title() + ": share of samples by method");
            shares.forEach((method, share) -> {
                if (share >= LEAST_SHARE) {
                    System.out.printf(Locale.ROOT, "%6.1f %%  %s%n", 100 * share, method);
                }
            });
        }
        return 0;
    }

    private static void repeat(Session session, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try {
            while (System.nanoTime() < end) {
                session.run();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
