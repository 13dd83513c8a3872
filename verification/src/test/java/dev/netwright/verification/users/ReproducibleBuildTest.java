package dev.netwright.verification.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.verification.process.Artifacts;
import dev.netwright.verification.process.Jdk;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources give the same jars, byte for byte, wherever and whenever they are built. */
class ReproducibleBuildTest {
    private static final List<String> NOT_SOURCES = List.of("target", ".git");

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void twoBuildsInDifferentPlacesGiveTheSameJars() throws Exception {
        Map<String, String> here = jars(folder.resolve("here"), Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8"));
        Map<String, String> there =
                jars(folder.resolve("a/longer way/there"), Map.of("TZ", "Asia/Tokyo", "LC_ALL", "de_DE.UTF-8"));
        assertThat(here)
                .containsKey("runtime/target/netwright-runtime-" + Maven.version() + ".jar")
                .containsKey("examples/target/netwright-examples.jar");
        assertThat(there).isEqualTo(here);
    }

    /** Builds the project in a folder; the SHA-256 of every jar, by its path. */
    private static SortedMap<String, String> jars(Path folder, Map<String, String> environment) throws Exception {
        copySources(folder);
        Maven.run(folder, Jdk.current(), Maven.repository(), environment, "-DskipTests", "package");
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                hashes.put(folder.relativize(jar).toString(), sha256(jar));
            }
        }
        return hashes;
    }

    private static void copySources(Path folder) throws IOException {
        Path root = Artifacts.projectRoot();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (NOT_SOURCES.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(folder.resolve(root.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!NOT_SOURCES.contains(file.getFileName().toString())) {
                    Files.copy(file, folder.resolve(root.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
