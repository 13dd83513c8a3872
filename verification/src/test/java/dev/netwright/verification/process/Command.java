package dev.netwright.verification.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
public final class Command {
    /** How long a program may take where nothing else is said. */
    static final Duration MOST = Duration.ofMinutes(10);

    private Command() {}

    /**
     * What a program did.
     *
     * @param exitCode 0 for success
     * @param out      what it wrote to its standard output
     * @param err      what it wrote to its standard error
     */
    public record Result(List<String> command, int exitCode, String out, String err) {
        /** The lines of the standard output. */
        public List<String> lines() {
            return out.lines().toList();
        }

        /** Itself if the program succeeded; everything about it as a failure otherwise. */
        public Result succeeded() {
            if (exitCode != 0) {
                throw new AssertionError(this);
            }
            return this;
        }

        @Override
        public String toString() {
            return String.join(" ", command) + "\nexited with " + exitCode + "\n" + out + err;
        }
    }

    /** Runs a command in a folder, where {@code environment} adds to the variables of this process. */
    public static Result run(Path folder, Map<String, String> environment, List<String> command) {
        return run(folder, environment, command, MOST);
    }

    /** Runs a command that may take so long. */
    static Result run(Path folder, Map<String, String> environment, List<String> command, Duration most) {
        try {
            // Files instead of pipes: a program may write as much as it likes, to both, without waiting for a reader.
            Path out = Files.createTempFile("command", ".out");
            Path err = Files.createTempFile("command", ".err");
            try {
                return run(folder, environment, command, most, out, err);
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result run(
            Path folder, Map<String, String> environment, List<String> command, Duration most, Path out, Path err)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // The options of this machine are not those of a user's.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(most.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(command + " did not end in " + most.toMinutes() + " minutes.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(command + " was interrupted.", e);
        } finally {
            process.destroyForcibly();
        }
        return new Result(
                List.copyOf(new ArrayList<>(command)),
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
