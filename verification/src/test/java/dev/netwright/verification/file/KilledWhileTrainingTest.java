package dev.netwright.verification.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.verification.process.Artifacts;
import dev.netwright.verification.process.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that trains is killed at random moments and started again until it ends: it has learnt the same, to the bit. */
class KilledWhileTrainingTest {
    private static final int KILLS = Integer.getInteger("netwright.kills", 20);
    private static final int MOST_MILLIS = 250;

    @TempDir
    private Path folder;

    @Test
    void endsAsIfNothingHadHappened() throws IOException, InterruptedException {
        assertThat(start("undisturbed").waitFor()).isZero();
        List<byte[]> expected = outcome("undisturbed");
        Random random = new Random(6);
        TreeSet<Integer> beginnings = new TreeSet<>();
        int kills = 0;
        int runs = 0;
        while (kills < KILLS || runs == 0) {
            String name = "run" + runs;
            int status;
            do {
                Process process = start(name);
                if (kills < KILLS) {
                    while (process.isAlive() && Files.size(printed(name)) == 0) {
                        TimeUnit.MILLISECONDS.sleep(1);
                    }
                    if (!process.waitFor(random.nextInt(1000 * MOST_MILLIS), TimeUnit.MICROSECONDS)) {
                        process.destroyForcibly();
                    }
                }
                status = process.waitFor();
                String text = Files.readString(printed(name)).strip();
                assertThat(text).matches("\\d+");
                beginnings.add(Integer.parseInt(text));
                kills += status == 0 ? 0 : 1;
            } while (status != 0);
            runs++;
            List<byte[]> found = outcome(name);
            assertThat(found.get(0)).as("the network of run %d", runs).isEqualTo(expected.get(0));
            assertThat(found.get(1)).as("the results of run %d", runs).isEqualTo(expected.get(1));
        }
        System.out.println("Killed while training: " + kills + " times in " + runs + " runs, which began again at "
                + beginnings.size() + " different epochs; " + temporaries() + " kills within a file");
        assertThat(beginnings.size()).isGreaterThan(2);
    }

    private long temporaries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".tmp")).count();
        }
    }

    private Path printed(String name) {
        return folder.resolve(name + ".printed");
    }

    private List<byte[]> outcome(String name) throws IOException {
        List<byte[]> outcome = new ArrayList<>();
        outcome.add(Files.readAllBytes(folder.resolve(name + ".network")));
        outcome.add(Files.readAllBytes(folder.resolve(name + ".results")));
        return outcome;
    }

    private Process start(String name) throws IOException {
        return new ProcessBuilder(
                        Jdk.current().home().resolve("bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Artifacts.path(Artifacts.tests(), Artifacts.runtime(), Artifacts.annotations()),
                        TrainingProgram.class.getName(),
                        folder.resolve(name + ".checkpoint").toString(),
                        folder.resolve(name + ".network").toString(),
                        folder.resolve(name + ".results").toString())
                .redirectErrorStream(false)
                .redirectError(folder.resolve(name + ".errors").toFile())
                .redirectOutput(printed(name).toFile())
                .start();
    }
}
