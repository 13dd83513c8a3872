package dev.netwright.verification.users;

import dev.netwright.verification.process.Artifacts;
import dev.netwright.verification.process.Command;
import dev.netwright.verification.process.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A user's project: a declaration, and a program that trains it and prints what it learnt.
 *
 * @param folder where it is
 */
record UserProject(Path folder) {
    /** The program's class. */
    static final String MAIN = "demo.Main";

    /** Where its class files go. */
    static final String CLASSES = "classes";

    /** Where generated sources go; javac wants the folder to be there. */
    static final String GENERATED = "generated";

    /** What the program prints, after any line of its log. */
    static final List<String> OUTPUT = List.of("0 xor 0 = 0", "0 xor 1 = 1", "1 xor 0 = 1", "1 xor 1 = 0");

    /** One layer is written out and one calls kernels. */
    private static final String DECLARATION = """
            package demo;

            import static dev.netwright.annotations.Activation.SIGMOID;
            import static dev.netwright.annotations.Activation.TANH;

            import dev.netwright.annotations.Input;
            import dev.netwright.annotations.Layer;
            import dev.netwright.runtime.Network;

            @Input(2)
            @Layer(size = 16, activation = TANH)
            @Layer(size = 8, activation = TANH)
            @Layer(size = 1, activation = SIGMOID)
            interface Xor extends Network {}
            """;

    private static final String PROGRAM = """
            package demo;

            import dev.netwright.runtime.data.Dataset;
            import dev.netwright.runtime.loss.Loss;
            import dev.netwright.runtime.optimizer.Adam;
            import dev.netwright.runtime.training.Trainer;

            final class Main {
                private Main() {}

                public static void main(String[] arguments) {
                    float[] questions = {0, 0, 0, 1, 1, 0, 1, 1};
                    XorNetwork network = XorNetwork.create(1);
                    Trainer.of(network)
                            .loss(Loss.BINARY_CROSS_ENTROPY)
                            .optimizer(new Adam(0.05f))
                            .epochs(200)
                            .fit(Dataset.of(questions, 2, new float[] {0, 1, 1, 0}, 1));
                    float[] answers = network.predict(questions, 4);
                    for (int row = 0; row < 4; row++) {
                        System.out.printf(
                                "%.0f xor %.0f = %.0f%n", questions[2 * row], questions[2 * row + 1], answers[row]);
                    }
                }
            }
            """;

    /** Its sources, in a folder for sources. */
    static UserProject in(Path folder) {
        UserProject project = new UserProject(folder);
        project.write("src/demo/Xor.java", DECLARATION);
        project.write("src/demo/Main.java", PROGRAM);
        project.write(GENERATED + "/.keep", "");
        return project;
    }

    /** Writes one more file of it. */
    void write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles everything with every warning as an error. */
    Command.Result javac(Jdk jdk, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("--release", "17", "-Xlint:all", "-Xdoclint:all,-missing", "-Werror"));
        arguments.addAll(List.of("-d", CLASSES, "-s", GENERATED));
        arguments.addAll(List.of(options));
        arguments.addAll(sources());
        return jdk.run(folder, "javac", arguments).succeeded();
    }

    /** Its source files, without those that are generated. */
    List<String> sources() {
        try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path or module path of what a program needs to run. */
    static String libraries() {
        return Artifacts.path(Artifacts.runtime(), Artifacts.annotations());
    }

    /** The path of the processor with its one dependency, as Maven and Gradle resolve it. */
    static String processorPath() {
        return Artifacts.path(Artifacts.processor(), Artifacts.annotations());
    }

    /** The source that was written for the declaration. */
    Path generated() {
        return folder.resolve(GENERATED).resolve("demo/XorNetwork.java");
    }
}
