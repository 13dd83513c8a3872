package dev.netwright.benchmarks.c;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** The peak of one core as C measures it. */
public final class CPeak {
    private CPeak() {}

    /** GFLOP/s; empty where there is no compiler. */
    public static OptionalDouble gflops() {
        if (Gcc.version().isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            Path folder = Files.createTempDirectory("netwright-c");
            Path program = Gcc.compile(folder, Gcc.resource("peak.c"));
            String answer = Gcc.run(List.of(program.toString()));
            return OptionalDouble.of(JsonParser.parseString(answer)
                    .getAsJsonObject()
                    .get("gflops")
                    .getAsDouble());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
