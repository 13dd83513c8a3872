package dev.netwright.processor.onnx;

import static dev.netwright.processor.onnx.TestGraph.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.onnx.schema.TensorProto;
import dev.netwright.processor.NetworkProcessor;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.GoldenFile;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose samples and classes the type arguments of the interface say: what is generated, and what is said where they do not fit. */
class TypedImportTest {
    private static final SourceFile FLOWER = SourceFile.of(
            "package demo;\nrecord Flower(float sepalLength, float sepalWidth, float petalLength, float petalWidth) {}\n");
    private static final SourceFile SPECIES =
            SourceFile.of("package demo;\nenum Species { SETOSA, VERSICOLOR, VIRGINICA }\n");
    private static final SourceFile CLIP =
            SourceFile.of("package demo;\nrecord Clip(@dev.netwright.annotations.Feature(length = 4) float[] x) {}\n");

    @TempDir
    Path folder;

    private int compilations;

    @Test
    void holdsWhatTheProcessorWrites() throws IOException {
        byte[] file = logits(3)
                .metadata("netwright.labels.y", "[\"setosa\", \"Versicolor\", \"VIRGINICA\"]")
                .file();
        for (TestCompiler compiler : TestCompiler.values()) {
            Compilation compilation = compile(compiler, file, "extends Classifier<Flower, Species>");

            assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
            GoldenFile.check(
                    GoldenFile.ofProject("processor/src/test/golden/IrisNetwork.java"),
                    compilation.generatedSources().get("demo/IrisNetwork.java"));
        }
    }

    @Test
    void theHeaderSaysWhereFeaturesAreScaled() throws IOException {
        byte[] file = new TestGraph()
                .input("x", 0, 4)
                .constant("mean", 4)
                .constant("w", 4, 3)
                .node("Sub", "centred", List.of("x", "mean"))
                .node("MatMul", "y", List.of("centred", "w"))
                .output("y", 0, 3)
                .file();
        String scaled =
                " * It scales the features that it is given as the file does: {@link #standardizer()} has the numbers.\n";
        assertThat(source(file)).contains(scaled);
        assertThat(source(logits(3).file())).doesNotContain(scaled);
    }

    private String source(byte[] file) throws IOException {
        Compilation compilation = compile(TestCompiler.JAVAC, file, "extends Classifier<Flower, Species>");
        assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
        return compilation.generatedSources().getOrDefault("demo/IrisNetwork.java", "");
    }

    @Test
    void samplesMayBeArrays() throws IOException {
        accepted(logits(3).file(), "extends Classifier<float[], Species>");
        accepted(logits(1).file(), "extends Regressor<float[]>");
        accepted(logits(1).file(), "extends Regressor<Flower>");
    }

    @Test
    void whatTheFileCallsClassesIsComparedForgivingly() throws IOException {
        byte[] file = logits(2)
                .metadata("netwright.labels.y", "[\"no fire\", \"Wild-Fire\"]")
                .file();
        accepted(file, "extends Classifier<Flower, Iris.Danger>", "enum Danger { NO_FIRE, wildFire }");

        byte[] grades =
                logits(2).metadata("netwright.labels.y", "[\"A+\", \"A-\"]").file();
        accepted(grades, "extends Classifier<Flower, Iris.Grade>", "enum Grade { A_PLUS, A_MINUS }");
        assertThat(findings(grades, "extends Classifier<Flower, Iris.Grade>", "enum Grade { A_MINUS, A_PLUS }"))
                .singleElement()
                .asString()
                .startsWith("[Onnx.Classes]");
    }

    @Test
    void aRecordMakesAsManyFeaturesAsTheInputHas() throws IOException {
        assertThat(refused(
                        logits(3).file(),
                        "extends Classifier<Iris.House, Species>",
                        "record House(int rooms, boolean garden) {}"))
                .isEqualTo("""
                        [Onnx.Record] Iris: House has 2 features, but the input "x" of iris.onnx has 4, [N, 4].
                              1  rooms
                              2  garden
                          Hint: let the components of House make 4 features in the order of the file: a number or a boolean makes one, an enum one for each constant, @Feature(length = n) float[] makes n.""");
        assertThat(refused(
                        logits(1)
                                .metadata(
                                        "netwright.features.x",
                                        "[\"rooms\", \"heating=GAS\", \"heating=OIL\", \"garden\"]")
                                .file(),
                        "extends Regressor<Iris.House>",
                        "record House(int rooms, boolean garden, Heating heating, Heating of) {}",
                        "enum Heating { GAS, OIL }"))
                .isEqualTo("""
                        [Onnx.Record] Iris: House has 6 features, but the input "x" of iris.onnx has 4, [N, 4].
                              1  rooms        rooms
                          --> 2  garden       heating=GAS
                          --> 3  heating=GAS  heating=OIL
                          --> 4  heating=OIL  garden
                          --> 5  of=GAS
                          --> 6  of=OIL
                          Hint: let the components of House make 4 features in the order of the file: a number or a boolean makes one, an enum one for each constant, @Feature(length = n) float[] makes n.""");
    }

    @Test
    void componentsStandInTheOrderOfTheFile() throws IOException {
        TestGraph graph = logits(3)
                .metadata(
                        "netwright.features.x", "[\"sepalLength\", \"petalLength\", \"sepalWidth\", \"petal_width\"]");
        assertThat(refused(graph.file(), "extends Classifier<Flower, Species>")).isEqualTo("""
                        [Onnx.Record] Iris: the components of Flower are not the features that iris.onnx names.
                              1  sepalLength  sepalLength
                          --> 2  sepalWidth   petalLength
                          --> 3  petalLength  sepalWidth
                              4  petalWidth   petal_width
                          Hint: give Flower components of these names, in the order of the file.""");
    }

    @Test
    void pixelsAreNoRecord() throws IOException {
        byte[] file = new TestGraph()
                .input("image", 0, 1, 5, 4)
                .constant("k", 3, 1, 3, 3)
                .node("Conv", "c", List.of("image", "k"))
                .node("GlobalAveragePool", "p", List.of("c"))
                .node("Flatten", "y", List.of("p"))
                .output("y", 0, 3)
                .file();
        assertThat(refused(
                        file,
                        "extends Classifier<Iris.Image, Species>",
                        "record Image(@dev.netwright.annotations.Feature(length = 20) float[] pixels) {}"))
                .isEqualTo("""
                        [Onnx.Record] Iris: the input "image" of iris.onnx is the pixels [N, 1, 5, 4], but the components of Image are columns side by side.
                          Hint: write float[] in place of Image, and give the pixels of a sample with the channels last, 5x4x1.""");
        accepted(file, "extends Classifier<float[], Species>");
    }

    @Test
    void aClassifierHasOneInputAndOneOutput() throws IOException {
        byte[] file = new TestGraph()
                .input("a", 0, 1)
                .input("b", 0, 2)
                .constant("w", 3, 3)
                .node("Concat", "x", List.of("a", "b"), integer("axis", 1))
                .node("MatMul", "z", List.of("x", "w"))
                .node("Softmax", "y", List.of("z"), integer("axis", 1))
                .node("Tanh", "t", List.of("z"))
                .output("y", 0, 3)
                .output("t", 0, 3)
                .file();
        assertThat(findings(file, "extends Classifier<float[], Species>")).containsExactly("""
                        [Onnx.Task] Iris: the interface extends Classifier<float[], Species>, but iris.onnx has 2 inputs, "a" [N, 1], "b" [N, 2].
                          Hint: let the model take all features in one input, [N, 3], or write: interface Iris extends Network, and call infer(...).""", """
                        [Onnx.Task] Iris: the interface extends Classifier<float[], Species>, but iris.onnx has 2 outputs, "y" [N, 3], "t" [N, 3].
                          Hint: name the one that is meant, outputs = "y" in @OnnxModel, or write: interface Iris extends Network, and call infer(...).""");
    }

    @Test
    void theHintNamesAnOutputThatFits() throws IOException {
        byte[] file = new TestGraph()
                .input("x", 0, 4)
                .constant("w", 4, 1)
                .constant("v", 4, 3)
                .node("MatMul", "value", List.of("x", "w"))
                .node("MatMul", "scores", List.of("x", "v"))
                .output("value", 0, 1)
                .output("scores", 0, 3)
                .file();
        assertThat(refused(file, "extends Classifier<Flower, Species>"))
                .contains("Hint: name the one that is meant, outputs = \"scores\" in @OnnxModel");
        assertThat(refused(file, "extends Regressor<Flower>")).contains("outputs = \"value\" in");
    }

    @Test
    void aRegressorEstimatesOneNumber() throws IOException {
        assertThat(refused(logits(3).file(), "extends Regressor<Flower>")).isEqualTo("""
                        [Onnx.Task] Iris: the interface extends Regressor<Flower>, but the output "y" of iris.onnx has 3 numbers, and a Regressor estimates one.
                          Hint: let the model give one number, or write: interface Iris extends Network, and call predict(...).""");
    }

    @Test
    void thereIsAConstantForEachClass() throws IOException {
        assertThat(refused(logits(4).file(), "extends Classifier<Flower, Species>"))
                .isEqualTo("""
                        [Onnx.Classes] Iris: Species has 3 constants, but the output "y" of iris.onnx has 4 numbers.
                              1  SETOSA
                              2  VERSICOLOR
                              3  VIRGINICA
                          Hint: let Species have a constant for each class, in the order of the file.""");
        byte[] named = logits(2)
                .metadata("netwright.labels.y", "[\"Iris-setosa\", \"2nd\"]")
                .file();
        assertThat(refused(named, "extends Classifier<Flower, Species>")).isEqualTo("""
                        [Onnx.Classes] Iris: Species has 3 constants, but the output "y" of iris.onnx has 2 numbers.
                          --> 1  SETOSA      Iris-setosa
                          --> 2  VERSICOLOR  2nd
                          --> 3  VIRGINICA
                          Hint: let Species have a constant for each class, in the order of the file: IRIS_SETOSA, _2ND.""");
    }

    @Test
    void constantsStandInTheOrderOfTheFile() throws IOException {
        byte[] file = logits(3)
                .metadata("netwright.labels.y", "[\"setosa\", \"virginica\", \"versi color\"]")
                .file();
        assertThat(refused(file, "extends Classifier<Flower, Species>")).isEqualTo("""
                        [Onnx.Classes] Iris: the constants of Species are not the classes that iris.onnx names.
                              1  SETOSA      setosa
                          --> 2  VERSICOLOR  virginica
                          --> 3  VIRGINICA   versi color
                          Hint: let Species have the constants of these names, in the order of the file: SETOSA, VIRGINICA, VERSI_COLOR.""");
    }

    @Test
    void noConstantIsProposedTwice() throws IOException {
        byte[] file =
                logits(2).metadata("netwright.labels.y", "[\"A+\", \"A-\"]").file();
        assertThat(refused(file, "extends Classifier<Flower, Iris.Grade>", "enum Grade { GOOD, BAD }"))
                .endsWith("let Grade have the constants of these names, in the order of the file.");
    }

    /** As scikit-learn numbers classes that have no names. */
    @Test
    void numbersAreNoNames() throws IOException {
        accepted(
                logits(3)
                        .metadata("netwright.labels.y", "[\"0\", \"1\", \"2\"]")
                        .file(),
                "extends Classifier<Flower, Species>");
    }

    @Test
    void ofManyNamesThoseAroundTheFirstDifferenceAreShown() throws IOException {
        byte[] file = logits(30)
                .metadata(
                        "netwright.labels.y", "[\"a0\", " + "\"b\", ".repeat(28).replace("b", "a") + "\"a29\"]")
                .file();
        String constants = String.join(
                ", ",
                java.util.stream.IntStream.range(0, 30).mapToObj(i -> "A" + i).toList());
        assertThat(refused(file, "extends Classifier<Flower, Iris.Many>", "enum Many { " + constants + " }"))
                .isEqualTo("""
                        [Onnx.Classes] Iris: the constants of Many are not the classes that iris.onnx names.
                               1  A0   a0
                          -->  2  A1   a
                          -->  3  A2   a
                          -->  4  A3   a
                          -->  5  A4   a
                          -->  6  A5   a
                          -->  7  A6   a
                          -->  8  A7   a
                          -->  9  A8   a
                          --> 10  A9   a
                          --> 11  A10  a
                          --> 12  A11  a
                              ...
                          Hint: let Many have the constants of these names, in the order of the file.""");
    }

    @Test
    void whateverAFileCallsItsClassesIsOneLine() throws IOException {
        String name = "x\\n%s " + "y".repeat(300);
        byte[] file = logits(2)
                .metadata("netwright.labels.y", "[\"a\", \"" + name + "\"]")
                .file();
        assertThat(refused(file, "extends Classifier<Flower, Iris.Answer>", "enum Answer { A, B }"))
                .isEqualTo("""
                        [Onnx.Classes] Iris: the constants of Answer are not the classes that iris.onnx names.
                              1  A  a
                          --> 2  B  x?%s yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy...
                          Hint: let Answer have the constants of these names, in the order of the file.""");
    }

    @Test
    void outputsThatAreNeitherScoresNorProbabilitiesAreRefused() throws IOException {
        byte[] file = layer(3).node("Relu", "y", List.of("z")).output("y", 0, 3).file();
        assertThat(refused(file, "extends Classifier<Flower, Species>")).isEqualTo("""
                        [Onnx.Task] Iris: the interface extends Classifier<Flower, Species>, but the output "y" of iris.onnx gives no probabilities of 3 classes: it ends in relu.
                          Hint: let the model end with scores or their softmax, nn.Sequential(model, nn.Softmax(1)) in PyTorch, or write: interface Iris extends Network, and call predict(...).""");
    }

    /** A softmax over them would be another one, though the most probable class is the same. */
    @Test
    void meansOfProbabilitiesAreNoScores() throws IOException {
        byte[] scaledSum = twoModels()
                .node("Add", "sum", List.of("p", "p2"))
                .node("Mul", "y", List.of("sum", "half"))
                .output("y", 0, 3)
                .file();
        byte[] sumOfScaled = twoModels()
                .node("Mul", "q", List.of("p", "half"))
                .node("Mul", "q2", List.of("p2", "half"))
                .node("Add", "y", List.of("q", "q2"))
                .output("y", 0, 3)
                .file();
        for (byte[] file : List.of(scaledSum, sumOfScaled)) {
            assertThat(refused(file, "extends Classifier<Flower, Species>"))
                    .contains("gives no probabilities of 3 classes: it ends without a function.");
        }
    }

    private static TestGraph twoModels() {
        return layer(3).node("Softmax", "p", List.of("z"), integer("axis", 1))
                .constant("w2", 4, 3)
                .node("MatMul", "z2", List.of("x", "w2"))
                .node("Softmax", "p2", List.of("z2"), integer("axis", 1))
                .constant(TensorProto.newBuilder()
                        .setName("half")
                        .setDataType(TensorProto.DataType.FLOAT.getNumber())
                        .addFloatData(0.5f)
                        .build());
    }

    @Test
    void oneNumberIsThatOfTwoClassesOnlyBehindASigmoid() throws IOException {
        assertThat(refused(logits(1).file(), "extends Classifier<Flower, Iris.Answer>", "enum Answer { NO, YES }"))
                .isEqualTo("""
                        [Onnx.Task] Iris: the interface extends Classifier<Flower, Answer>, but the output "y" of iris.onnx is one number: it ends without a function.
                          Hint: let the model end with the probability of YES, nn.Sequential(model, nn.Sigmoid()) in PyTorch, or with a softmax over both classes.""");
        accepted(
                layer(1).node("Sigmoid", "y", List.of("z")).output("y", 0, 1).file(),
                "extends Classifier<Flower, Iris.Answer>",
                "enum Answer { NO, YES }");
    }

    /** Of a file with functions of its own these are classes in the generated one, beside the user's types. */
    @Test
    void typesMayBeCalledAsFunctionsOfTheFileAre() throws IOException {
        byte[] file = layer(4).constant("low")
                .node("Clip", "c", List.of("z", "", "six"))
                .constant("six")
                .constant("w2", 4, 3)
                .node("MatMul", "y", List.of("c", "w2"))
                .output("y", 0, 3)
                .file();
        accepted(file, "extends Classifier<Clip, Species>");
    }

    private static TestGraph layer(int units) {
        return new TestGraph()
                .input("x", 0, 4)
                .constant("w", 4, units)
                .constant("b", units)
                .node("Gemm", "z", List.of("x", "w", "b"));
    }

    private static TestGraph logits(int units) {
        return layer(units).node("Identity", "y", List.of("z")).output("y", 0, units);
    }

    private Compilation compile(TestCompiler compiler, byte[] file, String extending, String... members)
            throws IOException {
        Path own = Files.createDirectory(folder.resolve("compilation" + compilations++));
        Files.write(own.resolve("iris.onnx"), file);
        SourceFile source = SourceFile.of("""
                package demo;

                import dev.netwright.runtime.*;

                @dev.netwright.annotations.OnnxModel("iris.onnx")
                public interface Iris %s {
                %s
                }
                """.formatted(extending, String.join("\n", members)));
        return compiler.compile(
                own,
                List.of(source, FLOWER, SPECIES, CLIP),
                List.of(new NetworkProcessor()),
                List.of("-Anetwright.models=" + own));
    }

    private void accepted(byte[] file, String extending, String... members) throws IOException {
        for (TestCompiler compiler : TestCompiler.values()) {
            Compilation compilation = compile(compiler, file, extending, members);
            assertThat(compilation.diagnostics()).as("%s", compilation).isEmpty();
            assertThat(compilation.success()).as("%s", compilation).isTrue();
        }
    }

    private String refused(byte[] file, String extending, String... members) throws IOException {
        assertThat(findings(file, extending, members)).hasSize(1);
        return findings(file, extending, members).get(0);
    }

    /** What both compilers say at the name of the interface. */
    private List<String> findings(byte[] file, String extending, String... members) throws IOException {
        List<String> first = List.of();
        for (TestCompiler compiler : TestCompiler.values()) {
            Compilation compilation = compile(compiler, file, extending, members);
            List<String> texts = compilation.diagnostics().stream()
                    .filter(diagnostic -> Compilation.text(diagnostic).startsWith("["))
                    .peek(diagnostic -> assertThat(diagnostic.getLineNumber()).isEqualTo(6))
                    .map(Compilation::text)
                    .toList();
            assertThat(texts).as("%s", compilation).isNotEmpty();
            assertThat(compiler == TestCompiler.JAVAC ? texts : first).isEqualTo(texts);
            first = texts;
        }
        return first;
    }
}
