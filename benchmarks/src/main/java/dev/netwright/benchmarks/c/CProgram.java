package dev.netwright.benchmarks.c;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.netwright.benchmarks.jmh.OutputCheck;
import dev.netwright.benchmarks.jmh.Timing;
import dev.netwright.benchmarks.peer.Peers;
import dev.netwright.benchmarks.peer.Refusal;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.benchmarks.work.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program in C for one work, which times itself. */
public final class CProgram {
    /** Its column's title. */
    public static final String TITLE = "C, gcc -O3 -ffast-math";

    private CProgram() {}

    /** Compiles, checks against Netwright and times it, or says why not. */
    public static Timing time(Work work, int millis) {
        if (work.threads() > 1) {
            return Timing.none(TITLE, "has no threads");
        }
        if (work.kind() == Kind.THRESHOLD) {
            return Timing.none(TITLE, "is not measured at this work");
        }
        if (!work.model().isDense()) {
            return Timing.none(TITLE, "has dense layers alone");
        }
        if (Gcc.version().isEmpty()) {
            return Timing.none(TITLE, "there is no gcc on this machine");
        }
        try {
            Path folder = Files.createTempDirectory("netwright-c");
            try {
                return time(work, millis, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal | IllegalStateException e) {
            return Timing.none(TITLE, String.valueOf(e.getMessage()));
        }
    }

    private static Timing time(Work work, int millis, Path folder) throws IOException {
        Path program = Gcc.compile(folder, new CSource(work).text());
        Path data = folder.resolve("data");
        Path result = folder.resolve("result");
        Task task = Task.of(work);
        writeAll(data, task);
        Session session = new Finished(program, data, result, millis);
        try {
            OutputCheck.check("C", task, session, Peers.byId("netwright"));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        JsonObject answer = JsonParser.parseString(((Finished) session).answer).getAsJsonObject();
        return Timing.of(
                TITLE,
                answer.get("nanoseconds").getAsDouble(),
                answer.get("spread").getAsDouble() / 2,
                0);
    }

    private static void writeAll(Path file, Task task) throws IOException {
        int count = task.parameters().length + task.inputs().length + task.targets().length;
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(task.parameters()).put(task.inputs()).put(task.targets());
        Files.write(file, bytes.array());
    }

    private static float[] readAll(Path file) throws IOException {
        FloatBuffer floats = ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        float[] values = new float[floats.remaining()];
        floats.get(values);
        return values;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The program as a session: what it computed after as many runs as were asked for; and then it has timed itself. */
    private static final class Finished implements Session {
        private final Path program;
        private final Path data;
        private final Path result;
        private final int millis;
        private int runs;
        private String answer = "";

        Finished(Path program, Path data, Path result, int millis) {
            this.program = program;
            this.data = data;
            this.result = result;
            this.millis = millis;
        }

        @Override
        public float run() {
            runs++;
            return runs;
        }

        @Override
        public float[] outputs() throws IOException {
            answer = Gcc.run(List.of(
                    program.toString(),
                    data.toString(),
                    result.toString(),
                    String.valueOf(runs),
                    String.valueOf(millis)));
            return readAll(result);
        }

        @Override
        public float[] parameters() throws IOException {
            return outputs();
        }
    }
}
