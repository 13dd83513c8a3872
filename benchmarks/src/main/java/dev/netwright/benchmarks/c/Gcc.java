package dev.netwright.benchmarks.c;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The C compiler of the machine. */
public final class Gcc {
    /** How everything is compiled. */
    public static final List<String> FLAGS = List.of("-O3", "-march=native", "-ffast-math");

    private static final int TIMEOUT_SECONDS = 180;

    private Gcc() {}

    /** The first line of what it says of itself; empty where there is none. */
    public static Optional<String> version() {
        try {
            return run(List.of("gcc", "--version")).lines().findFirst();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Compiles a program of one file and returns where it lies. */
    static Path compile(Path folder, String source) {
        Path file = folder.resolve("program.c");
        Path program = folder.resolve("program");
        List<String> command = new ArrayList<>(List.of("gcc"));
        command.addAll(FLAGS);
        command.addAll(List.of(file.toString(), "-o", program.toString(), "-lm"));
        try {
            Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(command);
        return program;
    }

    /** A source that lies beside these classes. */
    static String resource(String name) {
        try (InputStream stream = Gcc.class.getResourceAsStream("/dev/netwright/benchmarks/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command prints. */
    static String run(List<String> command) {
        try {
            Path output = Files.createTempFile("netwright-c", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("A program in C takes too long.");
            }
            String text = Files.readString(output);
            Files.delete(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("A program in C fails with " + process.exitValue() + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
