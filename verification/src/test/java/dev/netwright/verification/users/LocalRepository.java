package dev.netwright.verification.users;

import dev.netwright.verification.process.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A throwaway local repository for a user's build: links to all that this build has downloaded, and its own artifacts as
 * {@code mvn install} would put them there. So such a build needs no network, and nobody's repository is changed.
 */
final class LocalRepository implements AutoCloseable {
    private static final String GROUP = "dev";

    private final Path folder;
    private final List<Path> links = new ArrayList<>();

    private LocalRepository(Path folder) {
        this.folder = folder;
    }

    /** Fills an empty folder from the repository of this build. */
    static LocalRepository in(Path folder, Path original, String version) throws IOException {
        LocalRepository repository = new LocalRepository(folder);
        repository.fill(original, version);
        return repository;
    }

    /** Where it is. */
    Path folder() {
        return folder;
    }

    private void fill(Path original, String version) throws IOException {
        link(folder, original, GROUP);
        if (Files.isDirectory(original.resolve(GROUP))) {
            link(folder.resolve(GROUP), original.resolve(GROUP), "netwright");
        }
        Path group = folder.resolve(GROUP).resolve("netwright");
        Path root = Artifacts.projectRoot();
        copy(root.resolve("pom.xml"), group, "netwright-parent", version, "pom");
        Map<String, Path> jars = Map.of(
                "annotations", Artifacts.annotations(),
                "runtime", Artifacts.runtime(),
                "processor", Artifacts.processor());
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            Path module = root.resolve(jar.getKey());
            // The shade plugin installs this one in place of the module's own.
            Path reduced = module.resolve("target/dependency-reduced-pom.xml");
            Path pom = Files.exists(reduced) ? reduced : module.resolve("pom.xml");
            copy(pom, group, "netwright-" + jar.getKey(), version, "pom");
            copy(jar.getValue(), group, "netwright-" + jar.getKey(), version, "jar");
        }
    }

    private void link(Path folder, Path original, String except) throws IOException {
        Files.createDirectories(folder);
        List<Path> children;
        try (Stream<Path> all = Files.list(original)) {
            children = all.filter(child -> !child.getFileName().toString().equals(except))
                    .toList();
        }
        for (Path child : children) {
            links.add(Files.createSymbolicLink(folder.resolve(child.getFileName()), child));
        }
    }

    /** Removes the links, so that whoever deletes the folder meets nothing of the original. */
    @Override
    public void close() throws IOException {
        for (Path link : links) {
            Files.delete(link);
        }
    }

    private static void copy(Path file, Path group, String artifact, String version, String extension)
            throws IOException {
        Path folder = Files.createDirectories(group.resolve(artifact).resolve(version));
        Files.copy(file, folder.resolve(artifact + "-" + version + "." + extension));
    }
}
