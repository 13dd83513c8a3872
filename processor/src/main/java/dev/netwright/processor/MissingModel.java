package dev.netwright.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What to do where the file of a model is not there. Mostly its name is nearly right. */
final class MissingModel {
    private static final String ENDING = ".onnx";
    private static final String RESOURCES = "src/main/resources/";
    private static final String CURES =
            "with Maven put it into src/main/resources, which is copied before sources are compiled, and name it from there;"
                    + " with Gradle write options.compilerArgs.add(\"-A" + ModelFiles.FOLDER_OPTION
                    + "=\" + file(\"src/main/resources\")) for compileJava; javac and ecj themselves take -A"
                    + ModelFiles.FOLDER_OPTION + "=DIR, a folder to name it from";

    private final String written;
    private final List<Path> folders;
    private final Predicate<String> isThere;
    private final List<String> reasons = new ArrayList<>();

    private MissingModel(String written, List<Path> folders, Predicate<String> isThere) {
        this.written = written;
        this.folders = folders;
        this.isThere = isThere;
    }

    /**
     * One or several clauses, without a full stop.
     *
     * @param written the name as it stands in the annotation
     * @param folders that were looked at
     * @param isThere whether a file of another name would be found where no folder is known
     */
    static String cure(String written, List<Path> folders, Predicate<String> isThere) {
        return new MissingModel(written, folders, isThere).cure();
    }

    private String cure() {
        String name = plain();
        if (name.isBlank()) {
            return "name a file, such as @OnnxModel(\"models/policy" + ENDING + "\")";
        }
        for (Path folder : folders) {
            Optional<String> near = near(folder, name);
            if (near.isPresent()) {
                return near.get();
            }
        }
        for (String found : List.of(name, name + ENDING)) {
            if (isThere.test(found)) {
                return write(name, found);
            }
        }
        return reasons.isEmpty()
                ? CURES
                : "write " + quoted(name) + ", for " + String.join(", and ", reasons) + "; " + CURES;
    }

    /** The name without what no name has; says what that is. */
    private String plain() {
        String name = written.strip();
        if (name.indexOf('\\') >= 0) {
            name = name.replace('\\', '/');
            reasons.add("/ is between folders on every system");
        }
        if (name.startsWith("/")) {
            name = name.replaceFirst("^/+", "");
            reasons.add("a name begins without a / at the root of the resources");
        }
        if (name.startsWith(RESOURCES)) {
            name = name.substring(RESOURCES.length());
            reasons.add("what lies in src/main/resources is named from there");
        }
        return name;
    }

    /** What to write for a file that is there under nearly this name, or what else is there. */
    private Optional<String> near(Path folder, String name) {
        Path at = folder;
        StringBuilder found = new StringBuilder();
        String[] parts = name.split("/");
        for (int i = 0; i < parts.length; i++) {
            Optional<String> part = entry(at, parts[i]);
            if (part.isEmpty() && i == parts.length - 1) {
                part = entry(at, parts[i] + ENDING);
            }
            if (part.isEmpty()) {
                return Optional.empty();
            }
            at = at.resolve(part.get());
            found.append(i == 0 ? "" : "/").append(part.get());
        }
        if (Files.isDirectory(at)) {
            return Optional.of(at + " is a folder: name the file in it, such as " + quoted(found + "/policy" + ENDING));
        }
        return Optional.of(write(name, found.toString()));
    }

    private String write(String name, String found) {
        if (!found.equals(name)) {
            reasons.add(
                    found.equalsIgnoreCase(name) ? "upper and lower case count" : "the ending is a part of the name");
        }
        return "write " + quoted(found) + ", which is there"
                + (reasons.isEmpty() ? "" : ", for " + String.join(", and ", reasons));
    }

    /** What a folder calls this: just so, or in other letters. */
    private static Optional<String> entry(Path folder, String name) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> alike = entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name::equalsIgnoreCase)
                    .sorted()
                    .toList();
            return alike.contains(name) ? Optional.of(name) : alike.stream().findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
