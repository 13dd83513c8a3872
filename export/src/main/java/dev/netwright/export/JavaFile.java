package dev.netwright.export;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.file.AtomicFile;
import dev.netwright.runtime.topology.CustomActivation;
import dev.netwright.runtime.topology.NetworkLayer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * A trained network as one Java file, for predictions where there is no Netwright: on phones, on small machines, in a program that is not to have a
 * dependency.
 *
 * <pre>{@code
 * JavaFile.of(network, "com.acme.Digits").writeTo(Path.of("src/main/java"));
 * }</pre>
 *
 * <p>The class needs Java 8 or later, or Android, and nothing else. It has {@code predict}, whose outputs have the same bits as those of the
 * network, with its weights, how features are scaled, and the names of features and classes. The same network gives the same file.
 *
 * <p>Immutable: it is the network as it was when this was made, whatever is trained afterwards.
 */
public final class JavaFile {
    /** As much as compilers take without more memory than they have: 5 MB of text. */
    private static final int MOST_IN_CLASS = 1_000_000;

    private static final int MOST_IN_RESOURCE = Integer.MAX_VALUE / Float.BYTES - 2;

    /** The code that sets them up, and that of {@code predict}, has less than the 64 KB that a method may have. */
    private static final int MOST_LAYERS = 500;

    private static final int MOST_NAMES = 5_000;

    /** A text in a class has 65,535 bytes at most, of which a letter takes three. */
    private static final int LONGEST_NAME = 65_535 / 3;

    /** What Java 8 has for names, and later ones no more. */
    private static final Set<String> RESTRICTED = Set.of("permits", "record", "sealed", "var", "yield");

    /** Other classes that the source names. */
    private static final List<String> USED = List.of(
            "Weights",
            "Class",
            "CRC32",
            "Double",
            "Float",
            "IllegalArgumentException",
            "IllegalStateException",
            "InputStream",
            "IOException",
            "Math",
            "NullPointerException",
            "String",
            "SuppressWarnings",
            "System");

    private static final String NO_FOLDER = "The folder is null; give that to write to, such as src/main/java.";

    private final Network network;
    private final String packageName;
    private final String className;
    private final boolean isResource;

    private JavaFile(Network network, String packageName, String className, boolean isResource) {
        this.network = network;
        this.packageName = packageName;
        this.className = className;
        this.isResource = isResource;
    }

    /**
     * A network as a class, with its weights in it.
     *
     * @param network   any network
     * @param className the full name of the class, such as {@code com.acme.Digits}; without a dot it is in no package
     * @throws IllegalArgumentException if the name is none, is one that newer Java refuses, or is that of a class which the source uses; or if the
     *                                  network has an activation that is a class of the user's, or has too many layers, or too many or too long names
     */
    public static JavaFile of(Network network, String className) {
        Objects.requireNonNull(network, "The network is null; give the one to write.");
        Objects.requireNonNull(className, "The name is null; give that of the class, such as com.acme.Digits.");
        if (className.endsWith(".java")) {
            throw new IllegalArgumentException("\"" + className
                    + "\" is the name of a file, not of a class; give that of the class, such as com.acme.Digits.");
        }
        int dot = className.lastIndexOf('.');
        String simpleName = className.substring(dot + 1);
        if (!SourceVersion.isName(className)) {
            throw new IllegalArgumentException(
                    "\"" + className + "\" is not the name of a class; give one in full, such as com.acme.Digits.");
        }
        if (RESTRICTED.contains(simpleName)) {
            throw new IllegalArgumentException("The class cannot be called " + simpleName
                    + ", for newer versions of Java keep that word for themselves; give it another name.");
        }
        Set<String> taken = new HashSet<>(USED);
        taken.addAll(Parts.names());
        if (taken.contains(simpleName)) {
            throw new IllegalArgumentException("The class cannot be called " + simpleName
                    + ", for the source uses another class of that name; give it another one.");
        }
        check(network);
        return new JavaFile(network.copy(), dot < 0 ? "" : className.substring(0, dot), simpleName, false);
    }

    private static void check(Network network) {
        String name = network.topology().name();
        List<NetworkLayer> layers = network.topology().layers();
        for (NetworkLayer layer : layers) {
            if (layer.activation() instanceof CustomActivation custom
                    && custom.expression().isEmpty()) {
                throw new IllegalArgumentException("Layer " + layer.name() + " of " + name + " has the activation "
                        + custom.name() + ", a class whose code cannot be carried into a file;"
                        + " only activations of the table Activation and those of an imported file can.");
            }
        }
        if (layers.size() > MOST_LAYERS) {
            throw new IllegalArgumentException(
                    name + " has " + layers.size() + " layers; a class has room for " + MOST_LAYERS + " at most.");
        }
        checkNames(network);
    }

    private static void checkNames(Network network) {
        String name = network.topology().name();
        List<String> names = new ArrayList<>(network.featureNames());
        for (int head = 0; head < network.topology().outputs().size(); head++) {
            names.addAll(network.labels(head));
        }
        if (names.size() > MOST_NAMES) {
            throw new IllegalArgumentException(name + " has " + names.size()
                    + " names of features and classes; a class has room for " + MOST_NAMES + " at most.");
        }
        for (String text : names) {
            if (text.length() > LONGEST_NAME) {
                throw new IllegalArgumentException(name + " has a name of " + text.length()
                        + " letters, which begins \"" + text.substring(0, 20) + "\"; a class has room for names of "
                        + LONGEST_NAME + " letters at most.");
            }
        }
    }

    /**
     * The same with the weights in a resource beside the class, {@code Digits.bin} for a class {@code Digits}: all numbers as floats, four bytes
     * each, the lowest first. The class knows their count and their checksum, and refuses other ones when its first object is made.
     */
    public JavaFile withResource() {
        return new JavaFile(network, packageName, className, true);
    }

    /**
     * The text of the source, in ASCII.
     *
     * @throws IllegalArgumentException if there are more numbers than a class has room for, or an array
     */
    public String source() {
        return checked().write();
    }

    /**
     * Writes the file, and the resource if there is one, below a folder: {@code com/acme/Digits.java} for {@code com.acme.Digits}. Folders of the
     * package are created. Each file is written wholly or not at all.
     *
     * @param folder such as {@code src/main/java}
     * @return the source's file
     * @throws IOException              if a file cannot be written; what was there before is as it was then, but the resource, which is written first,
     *                                  may be the new one where the source could not be written. The old class refuses it; write both again
     * @throws IllegalArgumentException if there are more numbers than a class has room for, or an array
     */
    public Path writeTo(Path folder) throws IOException {
        return writeTo(folder, folder);
    }

    /**
     * Writes the source below one folder and the resource, if there is one, below another.
     *
     * @param sources   such as {@code src/main/java}
     * @param resources such as {@code src/main/resources}
     * @return the source's file
     * @throws IOException              if a file cannot be written; what was there before is as it was then, but the resource, which is written first,
     *                                  may be the new one where the source could not be written. The old class refuses it; write both again
     * @throws IllegalArgumentException if there are more numbers than a class has room for, or an array
     */
    public Path writeTo(Path sources, Path resources) throws IOException {
        Objects.requireNonNull(sources, NO_FOLDER);
        Objects.requireNonNull(resources, NO_FOLDER);
        NetworkSource source = checked();
        byte[] text = source.write().getBytes(StandardCharsets.US_ASCII);
        if (isResource && source.numbers().count() > 0) {
            write(
                    folder(resources).resolve(className + ".bin"),
                    source.numbers().bytes());
        }
        Path file = folder(sources).resolve(className + ".java");
        write(file, text);
        return file;
    }

    private NetworkSource checked() {
        NetworkSource source = new NetworkSource(network, packageName, className, isResource);
        long count = source.numbers().count();
        if (!isResource && count > MOST_IN_CLASS) {
            throw new IllegalArgumentException(network.topology().name() + " has " + count
                    + " numbers; a class has room for " + MOST_IN_CLASS
                    + ". Call withResource(), which keeps them in a file beside it.");
        }
        if (count > MOST_IN_RESOURCE) {
            throw new IllegalArgumentException(network.topology().name() + " has " + count
                    + " numbers; an array of their bytes has room for " + MOST_IN_RESOURCE + ".");
        }
        return source;
    }

    private Path folder(Path root) throws IOException {
        Path folder = packageName.isEmpty() ? root : root.resolve(packageName.replace('.', '/'));
        try {
            return Files.createDirectories(folder);
        } catch (FileSystemException e) {
            FileSystemException failure = new FileSystemException(
                    folder.toString(), null, "this folder cannot be created; give one that this program may write to.");
            failure.initCause(e);
            throw failure;
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        AtomicFile.write(file, to -> writeAll(bytes, to));
    }

    private static void writeAll(byte[] bytes, WritableByteChannel to) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            to.write(rest);
        }
    }

    @Override
    public String toString() {
        return (packageName.isEmpty() ? "" : packageName + ".") + className + ", written from " + network;
    }
}
