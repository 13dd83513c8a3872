package dev.netwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.netwright.export.testing.ExportedClasses;
import dev.netwright.export.testing.ExportedNetwork;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Standardizer;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not exported, and what exported classes refuse: found, expected, and what to do. */
class RefusalsTest {
    private final Network network = Networks_ActorCriticNetwork.create(1);

    @TempDir
    Path folder;

    @Test
    void anActivationOfTheUsers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaFile.of(Networks_SwishingNetwork.create(1), "a.B"))
                .withMessage(
                        "Layer bent of Swishing has the activation Swish, a class whose code cannot be"
                                + " carried into a file; only activations of the table Activation and those of an imported file can.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "com.acme.", "1a", "com.acme.class", "com/acme/Digits", "a b", ".A"})
    void aNameThatIsNone(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaFile.of(network, name))
                .withMessage("\"" + name + "\" is not the name of a class; give one in full, such as com.acme.Digits.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kernels", "com.acme.Math", "Weights", "a.FloatMath", "IOException"})
    void theNameOfAClassThatTheSourceUses(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaFile.of(network, name))
                .withMessageContaining("the source uses another class of that name; give it another one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "a.var", "com.acme.yield", "sealed", "permits"})
    void aNameThatNewerJavaRefuses(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaFile.of(network, name))
                .withMessage("The class cannot be called " + name.substring(name.lastIndexOf('.') + 1)
                        + ", for newer versions of Java keep that word for themselves; give it another name.");
    }

    @Test
    void moreNumbersThanAClassHasRoomFor() throws IOException {
        JavaFile file = JavaFile.of(Networks_LargeNetwork.create(1), "a.Large");
        for (ThrowingCallable writing : Arrays.<ThrowingCallable>asList(file::source, () -> file.writeTo(folder))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(writing)
                    .withMessage("Large has 1050000 numbers; a class has room for 1000000. Call withResource(), which"
                            + " keeps them in a file beside it.");
        }
        assertThat(folder).isEmptyDirectory();
        file.withResource().writeTo(folder);
        assertThat(folder.resolve("a").resolve("Large.bin")).hasSize(4_200_000);
    }

    @Test
    void theNameOfAFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaFile.of(network, "com.acme.Digits.java"))
                .withMessage(
                        "\"com.acme.Digits.java\" is the name of a file, not of a class; give that of the class, such as com.acme.Digits.");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nothingAtAll() {
        assertThatNullPointerException()
                .isThrownBy(() -> JavaFile.of(null, "a.B"))
                .withMessage("The network is null; give the one to write.");
        assertThatNullPointerException()
                .isThrownBy(() -> JavaFile.of(network, null))
                .withMessage("The name is null; give that of the class, such as com.acme.Digits.");
        assertThatNullPointerException()
                .isThrownBy(() -> JavaFile.of(network, "a.B").writeTo(null))
                .withMessage("The folder is null; give that to write to, such as src/main/java.");
        assertThatNullPointerException()
                .isThrownBy(() -> JavaFile.of(network, "a.B").writeTo(folder, null))
                .withMessage("The folder is null; give that to write to, such as src/main/java.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBe() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "file");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> JavaFile.of(network, "a.B").writeTo(folder))
                .withMessage(file + ": this folder cannot be created; give one that this program may write to.");
        assertThat(file).hasContent("file");
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> Files.size(folder.resolve("B.java")));
    }

    @Test
    void featuresAndOutputsThatDoNotFit() throws IOException {
        network.standardize(Standardizer.of(new double[4], new double[] {1, 1, 1e-20, 1}));
        JavaFile.of(network, "Robot").writeTo(folder);
        JavaFile.of(Networks_WordsNetwork.create(1), "Words").writeTo(folder);
        JavaFile.of(Networks_FlowersNetwork.create(1), "Flowers").writeTo(folder);
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            ExportedNetwork robot = classes.create("Robot");
            refuses(() -> robot.predict(new float[3]), "features has 3 values, but should have 4.");
            refuses(() -> robot.predict(new float[4], new float[4]), "outputs has 4 values, but should have 3.");
            assertThatNullPointerException()
                    .isThrownBy(() -> robot.predict(null))
                    .withMessage("features is null, but should be an array of 4 values.");
            float[] outputs = {7f, 8f, 9f};
            refuses(
                    () -> robot.predict(new float[] {1f, Float.NaN, 1f, 1f}, outputs),
                    "Feature 1 is NaN; every feature must be finite.");
            refuses(
                    () -> robot.predict(new float[] {1f, 1f, 1e30f, 1f}, outputs),
                    "Feature 2 is 1.0E30, which is too many deviations from the mean that it has had in training.");
            assertThat(outputs).containsExactly(7f, 8f, 9f);

            ExportedNetwork words = classes.create("Words");
            for (float none : new float[] {50f, -1f, 0.5f}) {
                float[] features = new float[16];
                features[9] = none;
                refuses(
                        () -> words.predict(features),
                        "Feature 9 is " + none
                                + "; it picks a row of a table, so it must be a whole number from 0 to 49.");
            }
            ExportedNetwork flowers = classes.create("Flowers");
            refuses(() -> flowers.name("label", 3), "There is no output 3; they are numbered from 0 to 2.");
            refuses(() -> flowers.name("featureName", -1), "There is no feature -1; they are numbered from 0 to 1.");
        }
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void aResourceThatIsNotTheOneThatWasWritten() throws IOException {
        JavaFile.of(network, "a.Robot").withResource().writeTo(folder);
        Path file = folder.resolve("a").resolve("Robot.bin");
        byte[] whole = Files.readAllBytes(file);
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            Files.delete(file);
            doesNotStart(classes, "There is no resource Robot.bin beside the class a.Robot; put the file of that name");
            for (int length : new int[] {0, 1, whole.length - 1}) {
                Files.write(file, Arrays.copyOf(whole, length));
                doesNotStart(
                        classes, "The resource Robot.bin has " + length + " bytes, but should have 204: it is damaged");
            }
            Files.write(file, Arrays.copyOf(whole, whole.length + 1));
            doesNotStart(classes, "The resource Robot.bin has more than 204 bytes, but should have 204");
            for (int bit = 0; bit < 8 * whole.length; bit += 13) {
                byte[] damaged = whole.clone();
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                Files.write(file, damaged);
                doesNotStart(classes, "The resource Robot.bin has other numbers than its class was written with");
            }
            Files.write(file, whole);
            float[] features = {1f, 2f, 3f, 4f};
            assertThat(classes.create("a.Robot").predict(features)).isEqualTo(network.predict(features));
        }
    }

    private static void doesNotStart(ExportedClasses classes, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> classes.create("a.Robot"))
                .withMessageStartingWith(message);
    }

    @Test
    void textThatSomebodyChanged() throws IOException {
        Path file = JavaFile.of(network, "Robot").writeTo(folder);
        String source = Files.readString(file);
        int digit = source.indexOf("text() {\n") + 120;
        Files.writeString(
                file,
                source.substring(0, digit) + (source.charAt(digit) == 'a' ? 'b' : 'a') + source.substring(digit + 1));
        try (ExportedClasses classes = ExportedClasses.compile(folder)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> classes.create("Robot"))
                    .withMessage("The text of the weights was changed after it was written; write the file again.");
        }
    }
}
