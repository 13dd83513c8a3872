package dev.netwright.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program in a JVM of its own. */
public final class ChildJvm {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private ChildJvm() {}

    /**
     * What a program left behind.
     *
     * @param exitCode its exit code
     * @param lines    what it printed to both outputs
     */
    public record Result(int exitCode, List<String> lines) {
        /** The lines that begin so. */
        public List<String> linesWith(String beginning) {
            return lines.stream().filter(line -> line.startsWith(beginning)).toList();
        }
    }

    /** Runs {@code java} of this JVM's own version with these arguments. */
    public static Result java(List<String> arguments) throws IOException, InterruptedException {
        return run(JAVA, arguments);
    }

    /** Runs some {@code java} with these arguments. */
    public static Result run(Path java, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        // One line for each record of the log, without its time.
        command.add("-Djava.util.logging.SimpleFormatter.format=%4$s: %5$s%n");
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        List<String> lines = process.inputReader().lines().toList();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Result(process.exitValue(), lines);
    }

    /** Where the classes beside this one lie, and all else that tests are run with. */
    public static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The folder or jar that a class was loaded from. */
    public static Path location(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
