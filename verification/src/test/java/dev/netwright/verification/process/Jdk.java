package dev.netwright.verification.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param feature its version, such as 17
 * @param home    where it is
 */
public record Jdk(int feature, Path home) {
    /** The versions that the build promises to work with. */
    private static final List<Integer> TESTED = List.of(17, 25);

    /** The one that runs this test. */
    public static Jdk current() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    /**
     * The JDKs 17 and 25, where they are found: this one, those that {@code JAVA_HOME_17} and {@code JAVA_HOME_25} name, and
     * those that lie beside this one. {@code .ci/run} looks at the same places.
     */
    public static List<Jdk> found() {
        SortedMap<Integer, Jdk> found = new TreeMap<>();
        found.put(current().feature(), current());
        TESTED.forEach(feature -> Optional.ofNullable(System.getenv("JAVA_HOME_" + feature))
                .map(Path::of)
                .flatMap(Jdk::at)
                .ifPresent(jdk -> found.putIfAbsent(jdk.feature(), jdk)));
        siblings().forEach(jdk -> found.putIfAbsent(jdk.feature(), jdk));
        found.keySet().removeIf(feature -> feature != current().feature() && !TESTED.contains(feature));
        return List.copyOf(found.values());
    }

    private static Stream<Jdk> siblings() {
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> beside = Files.list(current().home().toRealPath().getParent())) {
            beside.sorted().forEach(folders::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders.stream().flatMap(folder -> at(folder).stream());
    }

    /** The JDK in a folder: its file {@code release} says which. */
    private static Optional<Jdk> at(Path folder) {
        Path release = folder.resolve("release");
        if (!Files.isExecutable(folder.resolve("bin/javac")) || !Files.isReadable(release)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
        return Optional.of(new Jdk(Runtime.Version.parse(version).feature(), folder));
    }

    /** The path of one of its programs, such as {@code javac}. */
    public String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Runs one of its programs in a folder. */
    public Command.Result run(Path folder, String name, List<String> arguments) {
        return run(folder, name, arguments, Command.MOST);
    }

    /** Runs one of its programs, which may take so long. */
    public Command.Result run(Path folder, String name, List<String> arguments, Duration most) {
        List<String> command = new ArrayList<>(List.of(program(name)));
        command.addAll(arguments);
        return Command.run(folder, Map.of("JAVA_HOME", home.toString()), command, most);
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
