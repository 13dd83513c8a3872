package dev.netwright.verification.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.verification.process.Artifacts;
import dev.netwright.verification.process.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that keeps a network again and again is killed at random moments: the file is always one that it kept, and never an older one. */
class KilledWhileSavingTest {
    private static final int KILLS = Integer.getInteger("netwright.kills", 20);
    private static final int MOST_MILLIS = 60;

    @TempDir
    private Path folder;

    @Test
    void theFileIsAlwaysWhole() throws IOException, InterruptedException {
        Path file = folder.resolve("wide.safetensors");
        Path printed = folder.resolve("printed");
        Random random = new Random(5);
        int last = 0;
        int temporaries = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = new ProcessBuilder(command(file, last + 1))
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            while (process.isAlive() && Files.size(printed) == 0) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(1000 * MOST_MILLIS));
            process.destroyForcibly().waitFor();
            List<String> lines = Files.readAllLines(printed);
            assertThat(lines).as("kill %d", kill).isNotEmpty().allMatch(line -> line.matches("\\d+"));
            int confirmed = Integer.parseInt(lines.get(lines.size() - 1));
            WideNetwork kept = WideNetwork.load(file);
            int found = (int) kept.parameters()[0];
            assertThat(kept.parameters()).containsOnly(found);
            assertThat(found).isBetween(confirmed, confirmed + 1);
            last = found;
            temporaries = temporaries(file);
        }
        // Of twenty kills at least one within the time in which a file is written, which is most of it.
        assertThat(temporaries).as("kills within a file").isPositive();
        System.out.println("Killed while saving: " + KILLS + " times, " + last + " networks kept, " + temporaries
                + " kills within a file");
    }

    private static List<String> command(Path file, int first) {
        return List.of(
                Jdk.current().home().resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Artifacts.path(Artifacts.tests(), Artifacts.runtime(), Artifacts.annotations()),
                SavingProgram.class.getName(),
                file.toString(),
                Integer.toString(first));
    }

    private static int temporaries(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return (int) files.filter(path -> path.getFileName().toString().endsWith(".tmp"))
                    .count();
        }
    }
}
