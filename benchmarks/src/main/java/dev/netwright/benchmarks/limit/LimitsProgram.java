package dev.netwright.benchmarks.limit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Measures the limits in a JVM of its own, which has the incubator module. */
public final class LimitsProgram {
    private static final Gson GSON =
            new GsonBuilder().serializeSpecialFloatingPointValues().create();

    private LimitsProgram() {}

    /** Prints the limits as a line of JSON. */
    @SuppressWarnings("SystemOut") // Its parent reads the line.
    public static void main(String[] arguments) {
        System.out.println(GSON.toJson(Limits.measure()));
    }

    /** Starts that JVM and reads what it prints. */
    public static Limits fork() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                LimitsProgram.class.getName());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return GSON.fromJson(answer.substring(answer.indexOf('{')), Limits.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
