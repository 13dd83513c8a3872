package dev.netwright.benchmarks.report;

import dev.netwright.benchmarks.c.Gcc;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a reader must know of the machine to compare figures; no names of folders. */
public final class Machine {
    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

    private Machine() {}

    /** By name, in the order of the header. */
    public static Map<String, String> describe(String flags) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        facts.put("Netwright", revision());
        facts.put("processor", processor());
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("caches", caches());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("flags", flags);
        facts.put(
                "C compiler",
                Gcc.version()
                        .map(version -> version + ", " + String.join(" ", Gcc.FLAGS))
                        .orElse("none"));
        return facts;
    }

    /** The commit that is checked out, where Git knows it. */
    private static String revision() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=10")
                    .redirectError(Redirect.DISCARD)
                    .start();
            String revision = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !revision.isEmpty() ? revision : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }

    private static String processor() {
        return lines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String caches() {
        List<String> caches = new ArrayList<>();
        for (int index = 0; Files.isDirectory(CACHES.resolve("index" + index)); index++) {
            Path cache = CACHES.resolve("index" + index);
            caches.add("L" + first(cache.resolve("level")) + " "
                    + first(cache.resolve("type")).toLowerCase(Locale.ROOT) + " " + first(cache.resolve("size")));
        }
        return caches.isEmpty() ? "unknown" : String.join(", ", caches);
    }

    private static String first(Path file) {
        return lines(file).stream().findFirst().orElse("?");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
