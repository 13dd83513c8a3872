package dev.netwright.verification.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.file.TensorFile;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final Kept.Flower SAMPLE = new Kept.Flower(3, 5);

    private final KeptNetwork network = KeptNetwork.create(3);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void keep() throws IOException {
        network.standardize(Standardizer.of(new double[] {1, Math.PI}, new double[] {0.1, 3}));
        for (int i = 0; i < network.statistics().length; i++) {
            network.statistics()[i] = 0.5f + i;
        }
        file = folder.resolve("kept.safetensors");
        network.save(file);
    }

    @Test
    void aKeptNetworkClassifiesWithTheSameBits() throws IOException {
        KeptNetwork kept = KeptNetwork.load(file);
        assertThat(kept.probabilities(SAMPLE)).isEqualTo(network.probabilities(SAMPLE));
        assertThat(kept.parameters()).isEqualTo(network.parameters());
        assertThat(kept.statistics()).isEqualTo(network.statistics());
        assertThat(kept.standardizer().means()).containsExactly(1, Math.PI);
        assertThat(kept.standardizer().deviations()).containsExactly(0.1, 3);
    }

    @Test
    void theSameNetworkGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("again");
        KeptNetwork.load(file).save(again);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void tensorsAndMetadata() throws IOException {
        TensorFile tensors = TensorFile.read(file);
        assertThat(tensors.tensors().stream().map(Tensor::toString))
                .containsExactly(
                        "standardizer.mean F64 [2]",
                        "standardizer.deviation F64 [2]",
                        "hidden1.weight F32 [4, 2]",
                        "hidden1.norm.weight F32 [4]",
                        "hidden1.norm.bias F32 [4]",
                        "hidden1.norm.running_mean F32 [4]",
                        "hidden1.norm.running_var F32 [4]",
                        "output.weight F32 [2, 4]",
                        "output.bias F32 [2]");
        float[] transposed = tensors.tensor("hidden1.weight").floats();
        assertThat(transposed[2 * 3 + 1]).isEqualTo(network.parameters()[4 * 1 + 3]);
        assertThat(tensors.metadata())
                .containsEntry("format", "pt")
                .containsEntry("netwright.features", "width,height")
                .containsEntry("netwright.labels.output", "BLUE,RED")
                .containsEntry("netwright.fingerprint", network.topology().fingerprint())
                .containsEntry("netwright.topology", network.topology().toString());
    }

    @Test
    void aNetworkWithoutScalingIsKeptWithoutIt() throws IOException {
        network.standardize(Standardizer.none(2));
        network.save(file);
        assertThat(TensorFile.read(file).tensors()).hasSize(7);
        KeptNetwork other = KeptNetwork.create(1);
        other.standardize(Standardizer.of(new double[] {7, 7}, new double[] {7, 7}));
        ModelFile.read(file).copyTo(other);
        assertThat(other.standardizer().isNone()).isTrue();
        assertThat(other.probabilities(SAMPLE)).isEqualTo(network.probabilities(SAMPLE));
    }

    /** What training has left when it diverged must not take the place of what was good. */
    @Test
    void aNetworkThatCannotBeUsedIsNotKept() throws IOException {
        byte[] before = Files.readAllBytes(file);
        network.parameters()[3] = Float.POSITIVE_INFINITY;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.save(file))
                .withMessageStartingWith("Kept cannot be kept: in its tensor hidden1.weight element 6 is Infinity;");
        network.parameters()[3] = 0;
        network.statistics()[5] = -1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.save(file))
                .withMessageContaining("in its tensor hidden1.norm.running_var element 1 is the variance -1.0;");
        assertThat(file).hasBinaryContent(before);
    }

    /** A message is for a person, whatever a file says. */
    @Test
    void longNamesAndManyOfThem() throws IOException {
        List<Tensor> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(Tensor.of("t" + i, new float[0], 0));
        }
        many.add(Tensor.of("x".repeat(100_000), new float[0], 0));
        Path bad = folder.resolve("bad");
        new TensorFile(Map.of(), many).write(bad);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> KeptNetwork.load(bad))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(20_000));
        new TensorFile(
                        Map.of(
                                "netwright.fingerprint",
                                "other",
                                "netwright.topology",
                                "y".repeat(300_000) + "\n".repeat(300_000)),
                        List.of())
                .write(bad);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> KeptNetwork.load(bad))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(20_000));
    }

    @Test
    void anotherNetworkIsRefusedWithBothTables() {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> Kept_DeeperNetwork.load(file))
                .withMessageStartingWith(file + ", its network: it is of another network than Deeper:\n")
                .withMessageContaining("  the file ")
                .withMessageContaining("#    hidden2  4 -> 3  relu")
                .withMessageEndingWith(
                        "To take tensors that fit all the same, name them: ModelFile.copyTensors(network, names).");
    }

    /** As the classes of an imported file may be called. */
    @Test
    void labelsWithCommasAreNotTakenForOthers() throws IOException {
        ModelFile kept = ModelFile.of(labelled("a,b", "c\\"));

        kept.copyTo(labelled("a,b", "c\\"));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> kept.copyTo(labelled("a", "b,c\\")))
                .withMessageContaining("its labels of output output: they are others than those of Kept:\n");
    }

    private static Network labelled(String... labels) {
        KeptNetwork kept = KeptNetwork.create(1);
        return (Network) Proxy.newProxyInstance(
                ModelFileTest.class.getClassLoader(),
                new Class<?>[] {Network.class},
                (self, method, arguments) ->
                        method.getName().equals("labels") ? List.of(labels) : method.invoke(kept, arguments));
    }

    @Test
    void featuresAndLabelsThatHaveChangedPlaces() {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> Kept_TurnedNetwork.load(file))
                .withMessageContaining("its features: they are others than those of Turned:\n")
                .withMessageContaining("  width     #  height\n  height    #  width\n");
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> Kept_RenamedNetwork.load(file))
                .withMessageContaining("its labels of output output: they are others than those of Renamed:\n")
                .withMessageContaining("  BLUE      #  RED\n  RED       #  BLUE\n");
    }

    @Test
    void someTensorsByTheirNames() throws IOException {
        Kept_DeeperNetwork deeper = Kept_DeeperNetwork.create(5);
        float[] before = deeper.parameters().clone();
        ModelFile.read(file)
                .copyTensors(
                        deeper,
                        Map.of(
                                "hidden1.weight", "hidden1.weight",
                                "output.bias", "output.bias",
                                "hidden1.norm.bias", "hidden1.norm.running_mean"));
        for (int i = 0; i < 8; i++) {
            assertThat(deeper.parameters()[i]).isEqualTo(network.parameters()[i]);
        }
        assertThat(deeper.parameters()[8 + 8]).isEqualTo(before[8 + 8]);
        assertThat(deeper.statistics()).startsWith(0, 0, 0, 0);
    }

    @Test
    void namesThatAreNone() throws IOException {
        ModelFile model = ModelFile.read(file);
        assertUnchanged(other -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            model.copyTensors(other, twoOf("hidden1.weight", "hidden1.weight", "output.bias", "x")))
                    .withMessageStartingWith("Kept has no tensor \"x\"; it has hidden1.weight, ");
            assertThatExceptionOfType(DataFormatException.class)
                    .isThrownBy(() ->
                            model.copyTensors(other, twoOf("hidden1.weight", "hidden1.weight", "y", "output.bias")))
                    .withMessageContaining("its tensors: there is none of the name \"y\"; there are standardizer.mean");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.copyTensors(
                            other,
                            twoOf(
                                    "hidden1.norm.bias",
                                    "hidden1.norm.bias",
                                    "hidden1.norm.weight",
                                    "hidden1.norm.bias")))
                    .withMessage("Two tensors are to become hidden1.norm.bias; give one.");
            return other;
        });
    }

    /** A loop that found no name to copy would go unnoticed. */
    @Test
    void noNamesAtAll() throws IOException {
        ModelFile model = ModelFile.read(file);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.copyTensors(KeptNetwork.create(1), Map.of()))
                .withMessageStartingWith("No tensor is named, so there is nothing to copy; give the network's names by"
                        + " those of the file, such as ")
                .withMessageContaining("The file has standardizer.mean, ");
    }

    @Test
    @SuppressWarnings("NullAway") // Callers may have no such check.
    void pathsThatAreNone() {
        Path none = null;
        assertThatNullPointerException()
                .isThrownBy(() -> network.save(none))
                .withMessage("The path is null; give that of the file to write.");
        assertThatNullPointerException()
                .isThrownBy(() -> KeptNetwork.load(none))
                .withMessage("The path is null; give that of a file of tensors.");
        Path missing = folder.resolve("missing");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> KeptNetwork.load(missing))
                .withMessageStartingWith(missing + ": there is no such file; a file of tensors was looked for at ");
    }

    private static Map<String, String> twoOf(String first, String firstTo, String second, String secondTo) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(first, firstTo);
        names.put(second, secondTo);
        return names;
    }

    @Test
    void whatIsWrongWithATensorIsSaidAndChangesNothing() throws IOException {
        assertRefused(
                tensor -> tensor.name().equals("output.bias")
                        ? Tensor.of("output.bias", new float[] {0, Float.NaN}, 2)
                        : tensor,
                "tensor \"output.bias\": element 1 is NaN; every one is finite in a network that can be used.");
        assertRefused(
                tensor -> tensor.name().equals("output.bias") ? Tensor.of("output.bias", new float[3], 3) : tensor,
                "tensor \"output.bias\": it is F32 [3], but output.bias is F32 [2].");
        assertRefused(
                tensor -> tensor.name().equals("output.bias") ? Tensor.of("output.bias", new double[2], 2) : tensor,
                "tensor \"output.bias\": it is F64 [2], but output.bias is F32 [2]. Save it in NumPy as"
                        + " x.astype(\"float32\"), x being this array.");
        assertRefused(
                tensor -> tensor.name().equals("hidden1.weight")
                        ? Tensor.of("hidden1.weight", new double[8], 2, 4)
                        : tensor,
                "tensor \"hidden1.weight\": it is F64 [2, 4], but hidden1.weight is F32 [4, 2]. Save it in NumPy as"
                        + " x.T.astype(\"float32\"), x being this array.");
        assertRefused(
                tensor -> tensor.name().equals("standardizer.deviation")
                        ? Tensor.of("standardizer.deviation", new float[] {1, 1}, 2)
                        : tensor,
                "tensor \"standardizer.deviation\": it is F32 [2], but the network has 2 features: F64 [2]. Save it in"
                        + " NumPy as x.astype(\"float64\"), x being this array.");
        assertRefused(
                tensor -> tensor.name().equals("output.bias") ? Tensor.of("bias", new float[2], 2) : tensor,
                "its tensors: they are not those of Kept:");
        assertRefused(
                tensor -> tensor.name().equals("standardizer.mean")
                        ? Tensor.of("a.num_batches_tracked", new long[1])
                        : tensor,
                "its tensors: of standardizer.mean and standardizer.deviation there is one alone.");
        assertRefused(
                tensor -> tensor.name().equals("standardizer.deviation")
                        ? Tensor.of("standardizer.deviation", new double[] {1, 0}, 2)
                        : tensor,
                "its standardizer: Column 1 has mean");
        assertRefused(
                tensor -> tensor.name().equals("standardizer.deviation")
                        ? Tensor.of("standardizer.deviation", new double[] {1, 0, 1}, 3)
                        : tensor,
                "tensor \"standardizer.deviation\": it is F64 [3], but the network has 2 features: F64 [2].");
        assertRefused(
                tensor -> tensor.name().equals("hidden1.norm.running_var")
                        ? Tensor.of("hidden1.norm.running_var", new float[] {1, 1, -1, 1}, 4)
                        : tensor,
                "tensor \"hidden1.norm.running_var\": element 2 is the variance -1.0; variances are at least 0.");
    }

    /** Both sides have them in the same order, whatever that of the file is; what only one side has is marked, and the rest is not. */
    @Test
    void tensorsAreBesideTheirLikes() throws IOException {
        List<Tensor> reversed = new ArrayList<>(TensorFile.read(file).tensors());
        Collections.reverse(reversed);
        reversed.replaceAll(
                tensor -> tensor.name().equals("output.bias") ? Tensor.of("a\nb", new float[2], 2) : tensor);
        ModelFile other = ModelFile.of(new TensorFile(Map.of(), reversed));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> other.copyTo(network))
                .satisfies(failure -> assertThat(failure.getMessage().lines().filter(line -> line.contains("#")))
                        .satisfiesExactly(
                                line -> assertThat(line).matches(" +#  output\\.bias F32 \\[2]"),
                                line -> assertThat(line).matches("  a\\\\nb F32 \\[2] +#")));
        reversed.clear();
        for (int i = 0; i < 100; i++) {
            reversed.add(Tensor.of("extra" + i, new float[2], 2));
        }
        reversed.addAll(TensorFile.read(file).tensors());
        ModelFile more = ModelFile.of(new TensorFile(Map.of(), reversed));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> more.copyTo(network))
                .withMessageContaining("  extra10 F32 [2]  #\n")
                .withMessageContaining("\n  ...")
                .satisfies(failure -> assertThat(failure).hasMessageNotContaining("hidden1.weight"));
    }

    /** Files of other programs have tensors alone. */
    @Test
    void aFileWithoutMetadata() throws IOException {
        Path bare = folder.resolve("bare");
        new TensorFile(Map.of(), TensorFile.read(file).tensors()).write(bare);
        assertThat(KeptNetwork.load(bare).probabilities(SAMPLE)).isEqualTo(network.probabilities(SAMPLE));
        List<Tensor> unscaled = TensorFile.read(file).tensors().stream()
                .filter(tensor -> !tensor.name().startsWith("standardizer"))
                .toList();
        new TensorFile(Map.of(), unscaled).write(bare);
        KeptNetwork scaled = KeptNetwork.create(1);
        scaled.standardize(network.standardizer());
        ModelFile.read(bare).copyTo(scaled);
        assertThat(scaled.probabilities(SAMPLE)).isEqualTo(network.probabilities(SAMPLE));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> Kept_DeeperNetwork.load(bare))
                .withMessageContaining("its tensors: they are not those of Deeper:");
    }

    private void assertRefused(UnaryOperator<Tensor> change, String expected) throws IOException {
        TensorFile good = TensorFile.read(file);
        List<Tensor> changed = new ArrayList<>(good.tensors());
        changed.replaceAll(change);
        Path bad = folder.resolve("bad");
        new TensorFile(good.metadata(), changed).write(bad);
        ModelFile model = ModelFile.read(bad);
        assertUnchanged(other -> {
            assertThatExceptionOfType(DataFormatException.class)
                    .isThrownBy(() -> model.copyTo(other))
                    .withMessageStartingWith(bad + ", " + expected);
            return other;
        });
        Files.delete(bad);
    }

    private static void assertUnchanged(UnaryOperator<Network> work) {
        KeptNetwork other = KeptNetwork.create(9);
        float[] parameters = other.parameters().clone();
        float[] statistics = other.statistics().clone();
        work.apply(other);
        assertThat(other.parameters()).isEqualTo(parameters);
        assertThat(other.statistics()).isEqualTo(statistics);
        assertThat(other.standardizer().isNone()).isTrue();
    }
}
