package dev.netwright.verification.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.onnx.OnnxFile;
import dev.netwright.processor.NetworkProcessor;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.Classifier;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.training.Evaluation;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.testing.GradientCheck;
import dev.netwright.verification.onnx.Irises.Answer;
import dev.netwright.verification.onnx.Irises.Flower;
import dev.netwright.verification.onnx.Irises.Measured;
import dev.netwright.verification.onnx.Irises.Measurement;
import dev.netwright.verification.onnx.Irises.Sepal;
import dev.netwright.verification.onnx.Irises.Species;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks of files that take records and give constants or numbers: the same as ONNX Runtime, for every iris of Fisher's table. */
class TypedImportTest {
    private static final double TOLERANCE = 1e-5;
    private static final int WRONG_AT_MOST = 5;

    @TempDir
    private Path folder;

    @Test
    void classifiesAsScikitLearnDoes() throws Exception {
        check(Irises_OfScikitLearnNetwork.load(), "iris_sklearn", Function.identity());
    }

    /** The softmax of the scores, whatever is added to all of them. */
    @Test
    void scoresBecomeTheirSoftmax() throws Exception {
        check(Irises_OfLogitsNetwork.load(), "iris_logits", TypedImportTest::softmax);
        assertThat(activations(Irises_OfLogitsNetwork.load())).containsExactly("relu", "softmax");
    }

    @Test
    void logarithmsBecomeProbabilities() throws Exception {
        check(Irises_OfLogarithmsNetwork.load(), "iris_logarithms", TypedImportTest::softmax);
        assertThat(activations(Irises_OfLogarithmsNetwork.load())).containsExactly("relu", "softmax");
    }

    private static void check(
            Classifier<Flower, Species> network, String file, Function<float[], float[]> probabilities)
            throws Exception {
        int wrong = 0;
        try (OnnxSession session = new OnnxSession(model(file), true)) {
            for (Measurement measured : Irises.table()) {
                float[] given = session.predict(measured.flower().row());
                assertThat(network.classify(measured.flower())).isEqualTo(Species.values()[largest(given)]);
                checkClose(network.probabilities(measured.flower()), probabilities.apply(given));
                wrong += network.classify(measured.flower()) == measured.species() ? 0 : 1;
            }
        }
        assertThat(wrong).isLessThanOrEqualTo(WRONG_AT_MOST);
        assertThat(network.labels(0)).containsExactly("SETOSA", "VERSICOLOR", "VIRGINICA");
        assertThat(network.featureNames()).containsExactly("sepalLength", "sepalWidth", "petalLength", "petalWidth");
        assertThat(network.standardizer().isNone()).isFalse();
        GradientCheck.of(network).check();
    }

    @Test
    void samplesMayBeRows() throws Exception {
        Irises.OfRows rows = Irises_OfRowsNetwork.load();
        Irises.OfLogits flowers = Irises_OfLogitsNetwork.load();
        for (Measurement measured : Irises.table()) {
            assertThat(rows.classify(measured.flower().row())).isEqualTo(flowers.classify(measured.flower()));
        }
    }

    /** More than a half is the second class. */
    @Test
    void oneProbabilityIsThatOfTheSecondOfTwoClasses() throws Exception {
        Irises.OfOneProbability network = Irises_OfOneProbabilityNetwork.load();
        int wrong = 0;
        try (OnnxSession session = new OnnxSession(model("iris_virginica"), true)) {
            for (Measurement measured : Irises.table()) {
                float virginica = session.predict(measured.flower().row())[0];
                Answer expected = virginica > 0.5f ? Answer.VIRGINICA : Answer.ANOTHER;
                assertThat(network.classify(measured.flower())).isEqualTo(expected);
                checkClose(network.probabilities(measured.flower()), 1 - virginica, virginica);
                wrong += (expected == Answer.VIRGINICA) == (measured.species() == Species.VIRGINICA) ? 0 : 1;
            }
        }
        assertThat(wrong).isLessThanOrEqualTo(WRONG_AT_MOST);
        assertThat(activations(network)).containsExactly("relu", "softmax");
        GradientCheck.of(network).check();
    }

    @Test
    void aRegressorEstimatesWhatTheFileGives() throws Exception {
        Irises.PetalWidth network = Irises_PetalWidthNetwork.load();
        try (OnnxSession session = new OnnxSession(model("iris_petal_width"), true)) {
            for (Measurement measured : Irises.table()) {
                Measured sample = measured(measured.flower());
                checkClose(new float[] {network.estimate(sample)}, session.predict(sample.row()));
            }
        }
        assertThat(network.featureNames()).containsExactly("sepal.length", "sepal.width", "petalLength");
    }

    private static Measured measured(Flower flower) {
        return new Measured(new Sepal(flower.sepalLength(), flower.sepalWidth()), flower.petalLength());
    }

    @Test
    void learnsFurtherFromRecords() throws Exception {
        List<Measurement> table = Irises.table();
        List<Flower> flowers = table.stream().map(Measurement::flower).toList();
        Dataset species = Irises_OfLogitsNetwork.dataset(
                flowers, table.stream().map(Measurement::species).toList());
        Irises.OfLogits network = Irises_OfLogitsNetwork.load();
        float[] before = network.parameters().clone();
        double loss = loss(network, species, Loss.CROSS_ENTROPY);
        learn(network, species, Loss.CROSS_ENTROPY);
        assertThat(loss(network, species, Loss.CROSS_ENTROPY)).isLessThan(loss);
        assertThat(Irises_OfLogitsNetwork.load().parameters()).isEqualTo(before);

        Irises.OfLogits afresh = Irises_OfLogitsNetwork.create(3);
        assertThat(afresh.standardizer().isNone()).isTrue();
        afresh.standardize(network.standardizer());
        double untrained = loss(afresh, species, Loss.CROSS_ENTROPY);
        learn(afresh, species, Loss.CROSS_ENTROPY);
        assertThat(loss(afresh, species, Loss.CROSS_ENTROPY)).isLessThan(untrained);

        Dataset widths = Irises_PetalWidthNetwork.dataset(
                flowers.stream().map(TypedImportTest::measured).toList(), widths(flowers));
        Irises.PetalWidth estimating = Irises_PetalWidthNetwork.load();
        double error = loss(estimating, widths, Loss.MEAN_SQUARED_ERROR);
        learn(estimating, widths, Loss.MEAN_SQUARED_ERROR);
        assertThat(loss(estimating, widths, Loss.MEAN_SQUARED_ERROR)).isLessThan(error);
    }

    private static float[] widths(List<Flower> flowers) {
        float[] widths = new float[flowers.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = flowers.get(i).petalWidth();
        }
        return widths;
    }

    private static void learn(Network network, Dataset dataset, Loss loss) {
        Trainer.of(network)
                .loss(loss)
                .optimizer(new Adam(0.002f))
                .epochs(20)
                .seed(1)
                .fit(dataset);
    }

    private static double loss(Network network, Dataset dataset, Loss loss) {
        return Evaluation.of(network).loss(loss).on(dataset).loss().orElseThrow();
    }

    @Test
    void whatIsKeptAndCopiedIsTheSameNetwork() throws Exception {
        Path file = folder.resolve("iris.safetensors");
        Irises.OfScikitLearn network = Irises_OfScikitLearnNetwork.load();
        network.save(file);
        for (Measurement measured : Irises.table()) {
            float[] expected = network.probabilities(measured.flower());
            assertThat(Irises_OfScikitLearnNetwork.load(file).probabilities(measured.flower()))
                    .isEqualTo(expected);
            assertThat(network.copy().probabilities(measured.flower())).isEqualTo(expected);
        }
    }

    /** The names of features and classes that {@code OnnxFile} writes are those that the types have. */
    @ParameterizedTest
    @EnumSource
    void whatIsWrittenComesBackWithItsTypes(TestCompiler compiler) throws Exception {
        OnnxFile.write(Irises_OfScikitLearnNetwork.load(), folder.resolve("written.onnx"));

        assertThat(compile(compiler, "SETOSA, VERSICOLOR, VIRGINICA").diagnostics())
                .isEmpty();
        assertThat(compile(compiler, "SETOSA, VIRGINICA, VERSICOLOR").diagnostics())
                .extracting(Compilation::text)
                .anySatisfy(text ->
                        assertThat(text).startsWith("[Onnx.Classes] Written: the constants of Species are not"));
    }

    private Compilation compile(TestCompiler compiler, String species) {
        return compiler.compile(
                folder,
                List.of(SourceFile.of("""
                        package demo;

                        @dev.netwright.annotations.OnnxModel("written.onnx")
                        public interface Written extends dev.netwright.runtime.Classifier<Written.Flower, Written.Species> {
                            record Flower(float sepalLength, float sepalWidth, float petalLength, float petalWidth) {}

                            enum Species { %s }
                        }
                        """.formatted(species))),
                List.of(new NetworkProcessor()),
                List.of("-Anetwright.models=" + folder));
    }

    private static Path model(String name) throws Exception {
        return Path.of(Objects.requireNonNull(TypedImportTest.class.getResource("/onnx/" + name + ".onnx"))
                .toURI());
    }

    private static Stream<String> activations(Network network) {
        return network.topology().layers().stream()
                .map(layer -> layer.activation().label());
    }

    private static int largest(float[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    private static float[] softmax(float[] scores) {
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score);
        }
        float[] probabilities = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = (float) (Math.exp(scores[i]) / sum);
        }
        return probabilities;
    }

    private static void checkClose(float[] given, float... expected) {
        assertThat(given).hasSameSizeAs(expected);
        for (int i = 0; i < given.length; i++) {
            assertThat((double) given[i])
                    .isCloseTo(expected[i], Offset.offset(TOLERANCE * (1 + Math.abs(expected[i]))));
        }
    }
}
