package dev.netwright.processor;

import dev.netwright.processor.diagnostic.SourceFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Finds the files of models: beside the source, among sources, classes and resources of the compilation, and in a folder that an option names. */
final class ModelFiles {
    /** The option that names a folder of models. */
    static final String FOLDER_OPTION = "netwright.models";

    private static final List<StandardLocation> LOCATIONS =
            List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH);

    private final Filer filer;
    private final SourceFolder sources;
    private final Optional<String> folder;

    ModelFiles(ProcessingEnvironment environment) {
        filer = environment.getFiler();
        sources = new SourceFolder(environment);
        folder = Optional.ofNullable(environment.getOptions().get(FOLDER_OPTION));
    }

    /** The content of a file, or where it was looked for. */
    static final class Found {
        private final Optional<byte[]> content;
        private final List<String> places;
        private final List<Path> folders;

        private Found(Optional<byte[]> content, List<String> places, List<Path> folders) {
            this.content = content;
            this.places = places;
            this.folders = folders;
        }

        boolean isMissing() {
            return content.isEmpty();
        }

        byte[] content() {
            return content.orElseThrow();
        }

        List<String> places() {
            return places;
        }

        /** Those of the places that are folders. */
        List<Path> folders() {
            return folders;
        }
    }

    /** The first file of a name that can be read. */
    Found find(String name, TypeElement type) {
        List<String> places = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        Optional<Path> beside = sources.of(type);
        if (beside.isPresent()) {
            places.add("beside the source, in " + beside.get());
            folders.add(beside.get());
            Optional<byte[]> content = in(beside.get(), name);
            if (content.isPresent()) {
                return new Found(content, places, folders);
            }
        }
        if (folder.isPresent()) {
            places.add("in " + folder.get() + ", which the option " + FOLDER_OPTION + " names");
            Optional<Path> named = path(folder.get());
            named.ifPresent(folders::add);
            Optional<byte[]> content = named.flatMap(path -> in(path, name));
            if (content.isPresent()) {
                return new Found(content, places, folders);
            }
        }
        for (StandardLocation location : LOCATIONS) {
            places.add("on the compiler's " + location);
            Optional<byte[]> content = at(location, name);
            if (content.isPresent()) {
                return new Found(content, places, folders);
            }
        }
        root(StandardLocation.CLASS_OUTPUT).ifPresent(folders::add);
        return new Found(Optional.empty(), places, folders);
    }

    /** Whether a file of a name is where no folder need be known, as Eclipse's compiler tells none. */
    boolean isThere(String name) {
        return LOCATIONS.stream().anyMatch(location -> at(location, name).isPresent());
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> in(Path folder, String name) {
        try {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The folder of a location that files are written to, where the compiler says it. */
    private Optional<Path> root(StandardLocation location) {
        try {
            return Optional.ofNullable(
                    Path.of(filer.getResource(location, "", "a").toUri()).getParent());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Compilers refuse names that leave the location, and locations that they do not have. */
    private Optional<byte[]> at(StandardLocation location, String name) {
        try (InputStream in = filer.getResource(location, "", name).openInputStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
