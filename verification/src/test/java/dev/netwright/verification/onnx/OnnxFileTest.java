package dev.netwright.verification.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.netwright.annotations.Activation;
import dev.netwright.onnx.OnnxFile;
import dev.netwright.onnx.schema.ModelProto;
import dev.netwright.onnx.schema.NodeProto;
import dev.netwright.onnx.schema.StringStringEntryProto;
import dev.netwright.onnx.schema.TensorProto;
import dev.netwright.onnx.schema.TensorShapeProto.Dimension;
import dev.netwright.onnx.schema.ValueInfoProto;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.file.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in an ONNX file, what ONNX Runtime makes of it, and what is refused. */
class OnnxFileTest {
    private static final double TOLERANCE = 1e-5;

    @TempDir
    private Path folder;

    @Test
    void constantsAreTheTensorsThatANetworksOwnFileHas() throws IOException {
        Network network = OnnxNetworks_PictureNetwork.create(1);
        Map<String, TensorProto> constants = written(network).getGraph().getInitializerList().stream()
                .collect(Collectors.toMap(TensorProto::getName, tensor -> tensor));
        for (Tensor tensor : ModelFile.of(network).tensors().tensors()) {
            TensorProto constant = constants.get(tensor.name());
            assertThat(constant.getDimsList())
                    .isEqualTo(tensor.shape().stream().map(Integer::longValue).toList());
            float[] numbers = new float[tensor.count()];
            constant.getRawData()
                    .asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(numbers);
            assertThat(numbers).isEqualTo(tensor.floats());
        }
    }

    @Test
    void nodesAreNamedAfterTheirLayers() throws IOException {
        assertThat(written(OnnxNetworks_PictureNetwork.create(1)).getGraph().getNodeList())
                .extracting(NodeProto::getName)
                .containsExactly(
                        "images/Transpose",
                        "edges/Conv",
                        "edges/BatchNormalization",
                        "edges/Relu",
                        "mask/Conv",
                        "mask/Sigmoid",
                        "mask/Add",
                        "mask/Transpose",
                        "small/MaxPool",
                        "small/Reshape",
                        "kind/Concat",
                        "kind/Gemm",
                        "kind/LogSoftmax");
    }

    @Test
    void inputsAndOutputsAreAsPredictHasThem() throws IOException {
        ModelProto picture = written(OnnxNetworks_PictureNetwork.create(1));
        assertThat(picture.getGraph().getInputList())
                .extracting(OnnxFileTest::text)
                .containsExactly("images: FLOAT rows x 6 x 5 x 2", "numbers: FLOAT rows x 3");
        assertThat(picture.getGraph().getOutputList())
                .extracting(OnnxFileTest::text)
                .containsExactly("mask: FLOAT rows x 6 x 5 x 2", "kind: FLOAT rows x 3");
        ModelProto sequence = written(OnnxNetworks_SequenceNetwork.create(1));
        assertThat(sequence.getGraph().getInputList())
                .extracting(OnnxFileTest::text)
                .containsExactly("input: FLOAT rows x 12 x 3");
        ModelProto offer = written(OnnxNetworks_OfferNetwork.create(1));
        assertThat(offer.getGraph().getInputList())
                .extracting(OnnxFileTest::text)
                .containsExactly("flat: FLOAT rows x 2", "street: INT64 rows x 1");
    }

    private static String text(ValueInfoProto value) {
        return value.getName() + ": "
                + TensorProto.DataType.forNumber(value.getType().getTensorType().getElemType()) + " "
                + value.getType().getTensorType().getShape().getDimList().stream()
                        .map(OnnxFileTest::text)
                        .collect(Collectors.joining(" x "));
    }

    private static String text(Dimension size) {
        return size.getDimParam().isEmpty() ? Long.toString(size.getDimValue()) : size.getDimParam();
    }

    @Test
    void metadataSayWhichNetworkItIsAndWhatFeaturesAndLabelsAreCalled() throws IOException {
        Network network = OnnxNetworks_OfferNetwork.create(1);
        ModelProto model = written(network);
        assertThat(model.getProducerName()).isEqualTo("Netwright");
        assertThat(model.getProducerVersion()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(model.getDocString()).isEqualTo(network.topology().toString());
        assertThat(model.getGraph().getName()).isEqualTo("Offer");
        assertThat(metadata(model))
                .containsOnly(
                        Map.entry("netwright.name", "Offer"),
                        Map.entry("netwright.fingerprint", network.topology().fingerprint()),
                        Map.entry("netwright.features.flat", "[\"area\", \"rooms\"]"),
                        Map.entry("netwright.features.street", "[\"street\"]"),
                        Map.entry("netwright.labels.price", "[\"LOW\", \"HIGH\"]"));
        assertThat(metadata(written(OnnxNetworks_MergedNetwork.create(1))))
                .containsOnlyKeys("netwright.name", "netwright.fingerprint");
    }

    /** As the classes of an imported file may be. */
    @Test
    void labelsMayBeAnyText() throws IOException {
        Network offer = OnnxNetworks_OfferNetwork.create(1);
        Network labelled = (Network) Proxy.newProxyInstance(
                OnnxFileTest.class.getClassLoader(),
                new Class<?>[] {Network.class},
                (self, method, arguments) -> method.getName().equals("labels")
                        ? List.of("under 5,000 \"net\"", "\\n\n€\ud83c\udf31")
                        : method.invoke(offer, arguments));

        assertThat(metadata(written(labelled)))
                .containsEntry(
                        "netwright.labels.price", "[\"under 5,000 \\\"net\\\"\", \"\\\\n\\u000a€\\ud83c\\udf31\"]");
    }

    private static Map<String, String> metadata(ModelProto model) {
        return model.getMetadataPropsList().stream()
                .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
    }

    @Test
    void onnxRuntimeFindsWhatTheFileHas() throws Exception {
        Network network = OnnxNetworks_OfferNetwork.create(1);
        try (OnnxRun run = new OnnxRun(network.topology(), bytes(network))) {
            assertThat(run.session().getInputNames()).containsExactly("flat", "street");
            assertThat(run.session().getOutputNames()).containsExactly("price");
            assertThat(run.session().getMetadata().getCustomMetadata())
                    .containsEntry("netwright.labels.price", "[\"LOW\", \"HIGH\"]");
            assertThat(run.predict(new float[] {90, 3, 2}, 1))
                    .containsExactly(network.predict(new float[] {90, 3, 2}), within(1e-5f));
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> run.predict(new float[] {90, 3, 3}, 1))
                    .withMessageContaining("place/Gather");
        }
    }

    @Test
    void severalInputsAndHeadsGiveWhatTheNetworkGives() throws IOException {
        Random random = new Random(7);
        for (Network network : List.of(
                OnnxNetworks_PictureNetwork.create(1),
                OnnxNetworks_SequenceNetwork.create(2),
                OnnxNetworks_MergedNetwork.create(3))) {
            float[] features = new float[4 * network.inputSize()];
            for (int i = 0; i < features.length; i++) {
                features[i] = (float) random.nextGaussian();
            }
            try (OnnxRun run = new OnnxRun(network.topology(), bytes(network))) {
                for (int rows : List.of(4, 1, 3)) {
                    assertThat(run.predict(features, rows))
                            .containsExactly(network.predict(features, rows), within(1e-5f));
                }
            }
        }
    }

    /** With factors that floats take, and with some that only doubles do. */
    @Test
    void featuresAreScaledToTheSameBits() throws IOException {
        Random random = new Random(3);
        for (double[] deviations : new double[][] {{3, 0.1, 1e10, 7e-8}, {3, 0.1, 1e33, 1e-33}}) {
            Network network = OnnxNetworks_ScaledNetwork.create(1);
            double[] means = {1 / 3.0, -1e9 / 7, 0, 5};
            network.standardize(Standardizer.of(means, deviations));
            float[] features = new float[400];
            for (int i = 0; i < features.length; i++) {
                int column = i % 4;
                features[i] = (float) (means[column] + deviations[column] * random.nextGaussian());
            }
            try (OnnxRun run = new OnnxRun(network.topology(), bytes(network))) {
                assertThat(run.predict(features, 100)).isEqualTo(network.predict(features, 100));
            }
        }
    }

    @Test
    void everyActivationIsRightFarFromZeroToo() throws IOException {
        Network network = OnnxNetworks_ActivatedNetwork.create(1);
        Network shared = OnnxNetworks_SharedNetwork.of(new float[] {1, 0, 0, 1, 1, 0, 0, 1});
        List<String> written = network.topology().layers().stream()
                .map(layer -> layer.activation().name())
                .toList();
        assertThat(Activation.values())
                .extracting(Enum::name)
                .filteredOn(name -> !name.contains("SOFTMAX") && !name.equals("IDENTITY"))
                .hasSameElementsAs(written);
        try (OnnxRun run = new OnnxRun(network.topology(), bytes(network));
                OnnxRun runOfShared = new OnnxRun(shared.topology(), bytes(shared))) {
            for (float size = 1e-40f; size < 1e30f; size *= 1.7f) {
                for (float z : new float[] {size, -size}) {
                    check("at " + z, network.predict(new float[] {z}), run.predict(new float[] {z}, 1));
                    float[] two = {z, 0.5f};
                    check("at " + z + " and 0.5", shared.predict(two), runOfShared.predict(two, 1));
                }
            }
        }
    }

    private static void check(String where, float[] expected, float[] found) {
        for (int i = 0; i < expected.length; i++) {
            if (Float.isInfinite(expected[i])) {
                assertThat(found[i]).as("output %d %s", i, where).isEqualTo(expected[i]);
                continue;
            }
            double most = TOLERANCE * Math.max(1, Math.abs(expected[i]));
            assertThat((double) found[i]).as("output %d %s", i, where).isCloseTo((double) expected[i], within(most));
        }
    }

    @Test
    void theSameNetworkGivesTheSameBytes() throws IOException {
        assertThat(bytes(OnnxNetworks_PictureNetwork.create(5)))
                .isEqualTo(bytes(OnnxNetworks_PictureNetwork.create(5)));
        Path file = folder.resolve("picture.onnx");
        OnnxFile.write(OnnxNetworks_PictureNetwork.create(5), file);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes(OnnxNetworks_PictureNetwork.create(5)));
    }

    @Test
    @SuppressWarnings("NullAway")
    void aNetworkThatIsNullIsRefusedBeforeAnyFileIsTouched() throws IOException {
        Path file = Files.writeString(folder.resolve("nothing.onnx"), "old");
        assertThatNullPointerException()
                .isThrownBy(() -> OnnxFile.write(null, file))
                .withMessage("The network is null; give the one to write.");
        assertThat(file).hasContent("old");
    }

    @Test
    void aFunctionOfTheUsersIsRefusedBeforeAnyFileIsTouched() throws IOException {
        Path file = Files.writeString(folder.resolve("squared.onnx"), "old");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnnxFile.write(OnnxNetworks_SquaredNetwork.create(1), file))
                .withMessage("Layer squares of Squared applies Square, a class for which ONNX has no operator."
                        + " To write the network as ONNX, train it with an activation of the table; to keep it as it is, use"
                        + " save.");
        assertThat(file).hasContent("old");
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("picture.onnx"), "old");
        Network network = OnnxNetworks_PictureNetwork.create(1);
        network.parameters()[0] = Float.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnnxFile.write(network, file))
                .withMessageStartingWith("Picture cannot be kept: in its tensor edges.weight element 0 is NaN");
        assertThat(file).hasContent("old");
    }

    @Test
    void aNetworkThatIsLargerThanAFileOfThisFormatIsRefusedBeforeMemoryIsTaken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnnxFile.write(new LargeNetwork(), new ByteArrayOutputStream()))
                .withMessage(
                        "Large has 536,870,912 parameters, which are 2,147,483,648 bytes; an ONNX file holds 2 GiB,"
                                + " of which 2,080,374,783 are for parameters. Use save, whose files have no such limit, or fewer"
                                + " parameters.");
    }

    @Test
    void aFullDiskLeavesTheOldFile() throws IOException {
        byte[] old = bytes(OnnxNetworks_MergedNetwork.create(1));
        int failed = 0;
        int written = 0;
        for (int blocks = 1; blocks <= 40; blocks++) {
            Configuration small = Configuration.unix().toBuilder()
                    .setBlockSize(256)
                    .setMaxSize(blocks * 256L)
                    .build();
            try (FileSystem disk = Jimfs.newFileSystem(small)) {
                Path file = disk.getPath("/m.onnx");
                boolean hasOld = tryToWrite(OnnxNetworks_MergedNetwork.create(1), file);
                boolean hasNew = tryToWrite(OnnxNetworks_PictureNetwork.create(1), file);
                if (hasOld && !hasNew) {
                    assertThat(Files.readAllBytes(file)).isEqualTo(old);
                    failed++;
                }
                written += hasNew ? 1 : 0;
            }
        }
        assertThat(failed).isGreaterThan(3);
        assertThat(written).isGreaterThan(3);
    }

    private static boolean tryToWrite(Network network, Path file) {
        try {
            OnnxFile.write(network, file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("nowhere").resolve("m.onnx");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> OnnxFile.write(OnnxNetworks_MergedNetwork.create(1), file))
                .withMessageContaining("create it first");
    }

    private static ModelProto written(Network network) throws IOException {
        return OnnxRules.check(bytes(network));
    }

    private static byte[] bytes(Network network) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OnnxFile.write(network, out);
        return out.toByteArray();
    }
}
