package dev.netwright.processor.onnx;

import static dev.netwright.processor.onnx.TestGraph.integer;
import static dev.netwright.processor.onnx.TestGraph.integers;
import static dev.netwright.processor.onnx.TestGraph.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.netwright.onnx.schema.AttributeProto;
import dev.netwright.onnx.schema.TensorProto;
import dev.netwright.onnx.schema.TensorProto.DataLocation;
import dev.netwright.onnx.schema.TensorProto.DataType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of files that become no network: what was found, where, and what to do. */
class ProblemsTest {
    @Test
    void everyNodeThatIsNoLayerIsReportedUnlessItDependsOnAnother() {
        byte[] file = new TestGraph()
                .input("x", 0, 4)
                .constant("w", 4, 3)
                .node("MatMul", "z", List.of("x", "w"))
                .node("Sin", "s", List.of("z"))
                .node("Tanh", "t", List.of("s"))
                .node("CumSum", "c", List.of("z", "z"))
                .node("Add", "y", List.of("t", "c"))
                .output("y", 0, 3)
                .file();

        assertThat(problems(file))
                .containsExactly(
                        new OnnxProblem(
                                OnnxProblem.Kind.NODE,
                                "Sin \"Sin_s\" (node 2 of 5, opset 17), which reads [N, 3] on the way input \"x\" -> MatMul -> Sin",
                                "its operator is not read",
                                "leave it out, or put it together of operators that docs/train-in-python.md lists"),
                        new OnnxProblem(
                                OnnxProblem.Kind.NODE,
                                "CumSum \"CumSum_c\" (node 4 of 5, opset 17), which reads [N, 3] and [N, 3] on the way input \"x\" -> MatMul -> CumSum",
                                "its operator is not read",
                                "leave it out, or put it together of operators that docs/train-in-python.md lists"));
    }

    @Test
    void poolsOfPixelsThatAreScaledOneByOneAreNoLayer() {
        byte[] file = new TestGraph()
                .input("x", 0, 1, 2, 2)
                .constant("w", 1, 1, 1, 1)
                .constant("factors", 1, 1, 2, 2)
                .node("Conv", "z", List.of("x", "w"))
                .node("Tanh", "a", List.of("z"))
                .node("Mul", "s", List.of("a", "factors"))
                .node("GlobalMaxPool", "y", List.of("s"))
                .output("y", 0, 1, 1, 1)
                .file();

        assertThat(problems(file)).singleElement().satisfies(problem -> {
            assertThat(problem.place()).startsWith("GlobalMaxPool");
            assertThat(problem.what()).contains("scaled or moved, each by numbers of its own");
        });
    }

    @Test
    void numbersBesideTheFileAreNotRead() {
        TensorProto outside = TensorProto.newBuilder()
                .setName("w")
                .setDataType(DataType.FLOAT.getNumber())
                .addDims(4)
                .addDims(3)
                .setDataLocation(DataLocation.EXTERNAL)
                .build();
        byte[] file = new TestGraph()
                .input("x", 0, 4)
                .constant(outside)
                .constant(
                        outside.toBuilder().setName("b").clearDims().addDims(3).build())
                .node("MatMul", "z", List.of("x", "w"))
                .node("Add", "y", List.of("z", "b"))
                .output("y", 0, 3)
                .file();

        assertThat(problems(file)).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(OnnxProblem.Kind.FILE);
            assertThat(problem.place()).isEqualTo("the constant \"w\"");
            assertThat(problem.what()).isEqualTo("its numbers are in a file beside the model");
        });
    }

    @Test
    void aConstantThatClaimsMoreThanItHasIsRefusedBeforeAnythingIsMade() {
        TensorProto claiming = TensorProto.newBuilder()
                .setName("w")
                .setDataType(DataType.FLOAT.getNumber())
                .addDims(1 << 20)
                .addDims(1 << 10)
                .build();
        byte[] file = new TestGraph()
                .input("x", 0, 1 << 20)
                .constant(claiming)
                .node("MatMul", "y", List.of("x", "w"))
                .output("y", 0, 3)
                .file();

        assertThat(problems(file))
                .extracting(OnnxProblem::what)
                .containsExactly("it has 0 numbers, but its shape [1048576, 1024] needs 1073741824");
    }

    @Test
    void samplesMustHaveTheFirstAxis() {
        TestGraph graph =
                new TestGraph().input("x", 5).node("Relu", "y", List.of("x")).output("y", 5);

        assertThat(problems(graph.file())).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(OnnxProblem.Kind.END);
            assertThat(problem.place()).isEqualTo("the input \"x\"");
            assertThat(problem.what()).isEqualTo("the size of its axis 0 is 5");
        });
    }

    @Test
    void inputsHaveTheSameNumberOfSamples() {
        byte[] file = new TestGraph()
                .input("x", 5, 4)
                .input("z", 3, 4)
                .node("Concat", "y", List.of("x", "z"), TestGraph.integer("axis", 1))
                .output("y", 5, 8)
                .file();

        assertThat(problems(file))
                .extracting(OnnxProblem::what)
                .containsExactly("the size of its axis 0 is 5", "the size of its axis 0 is 3");
    }

    @Test
    void aNumberOfSamplesThatTheFileFixesStaysTheFirstAxis() {
        assertThat(problems(reshaped(5, 5, -1))).isEmpty();
        assertThat(problems(reshaped(5, 5, 2, 2))).isEmpty();
        assertThat(problems(reshaped(5, -1, 2, 2))).isEmpty();
        assertThat(problems(reshaped(5, 20)))
                .extracting(OnnxProblem::what)
                .containsExactly("it makes [N, 4] the shape [20], which has other elements");
        assertThat(problems(reshaped(5, 1, -1)))
                .extracting(OnnxProblem::what)
                .containsExactly("it makes [N, 4] the shape [1, -1], whose first axis is not that of the samples");
        assertThat(problems(reshaped(4, 2, 2, 4)))
                .extracting(OnnxProblem::what)
                .containsExactly("it makes [N, 4] the shape [2, 2, 4], which has other elements");
    }

    private static byte[] reshaped(long samples, long... shape) {
        return new TestGraph()
                .input("x", samples, 4)
                .wholes("to", shape)
                .node("Relu", "r", List.of("x"))
                .node("Reshape", "f", List.of("r", "to"))
                .node("Relu", "y", List.of("f"))
                .output("y", samples, 4)
                .file();
    }

    @Test
    void nodesMayStandInFrontOfWhatTheyRead() {
        TestGraph graph = new TestGraph()
                .input("x", 0, 4)
                .node("Tanh", "y", List.of("s"))
                .node("Relu", "s", List.of("r"))
                .node("Sigmoid", "r", List.of("x"))
                .output("y", 0, 4);

        assertThat(problems(graph.file())).isEmpty();
    }

    @Test
    void circlesAndNamesOfNothingAreSaidToBeSo() {
        byte[] circle = new TestGraph()
                .input("x", 0, 4)
                .node("Add", "s", List.of("x", "y"))
                .node("Tanh", "y", List.of("s"))
                .output("y", 0, 4)
                .file();
        byte[] nothing = new TestGraph()
                .input("x", 0, 4)
                .node("Add", "y", List.of("x", "z"))
                .output("y", 0, 4)
                .file();

        assertThat(problems(circle))
                .extracting(OnnxProblem::what)
                .containsExactly("it reads \"y\", which is computed in a circle");
        assertThat(problems(nothing))
                .extracting(OnnxProblem::what)
                .containsExactly("it reads \"z\", which nothing gives");
    }

    @Test
    void constantsOfEachSampleAreRefused() {
        byte[] file = new TestGraph()
                .input("x", 2, 3)
                .constant("c", 2, 3)
                .node("Add", "y", List.of("x", "c"))
                .output("y", 2, 3)
                .file();

        assertThat(problems(file)).hasSize(1);
    }

    @Test
    void axesBehindTheFirstAreFixed() {
        TestGraph graph =
                new TestGraph().input("x", 0, 0).node("Relu", "y", List.of("x")).output("y", 0, 0);

        assertThat(problems(graph.file()))
                .extracting(OnnxProblem::what)
                .containsExactly("the size of its axis 1 is not fixed");
    }

    @Test
    void anOutputIsRealNumbers() {
        TestGraph graph = new TestGraph()
                .input("x", 0, 3)
                .node("ArgMax", "y", List.of("x"))
                .wholeOutput("y", 0, 1);

        assertThat(problems(graph.file()))
                .extracting(OnnxProblem::what)
                .containsExactly("it has no real numbers, and no other output has");
    }

    @Test
    void productsOfDataAreNoLayers() {
        TestGraph graph = new TestGraph()
                .input("x", 0, 3, 3)
                .node("MatMul", "y", List.of("x", "x"))
                .output("y", 0, 3, 3);

        assertThat(problems(graph.file()))
                .extracting(OnnxProblem::what)
                .containsExactly("it multiplies data with data");
    }

    @Test
    void opsetsBeforeTheSeventhAreNotRead() {
        TestGraph graph = new TestGraph()
                .opset(6)
                .input("x", 0, 3)
                .node("Relu", "y", List.of("x"))
                .output("y", 0, 3);

        assertThat(problems(graph.file()))
                .extracting(OnnxProblem::what)
                .containsExactly("it uses opset 6, but those from 7 to 26 are read");
    }

    @Test
    void weightsOfMoreAxesThanDataWouldMoveTheSamples() {
        TestGraph graph = new TestGraph()
                .input("x", 0, 4)
                .constant("w", 1, 4, 5)
                .node("MatMul", "y", List.of("x", "w"))
                .output("y", 1, 0, 5);

        assertThat(problems(graph.file()))
                .extracting(OnnxProblem::what)
                .containsExactly("it multiplies [N, 4] with [1, 4, 5]");
    }

    @Test
    void aMeanThatLosesItsAxisIsNoPartOfANormalisation() {
        TestGraph graph = new TestGraph()
                .input("x", 0, 4)
                .constant("epsilon")
                .node("ReduceMean", "mean", List.of("x"), integers("axes", 1L), integer("keepdims", 0))
                .node("Sub", "d", List.of("x", "mean"))
                .node("Mul", "square", List.of("d", "d"))
                .node("ReduceMean", "variance", List.of("square"), integers("axes", 1L), integer("keepdims", 0))
                .node("Add", "sum", List.of("variance", "epsilon"))
                .node("Sqrt", "root", List.of("sum"))
                .node("Div", "y", List.of("d", "root"))
                .output("y", 0, 4);

        assertThat(problems(graph.file())).isNotEmpty();
        assertThat(problems(graph.file()).get(0).what())
                .isEqualTo("it puts [N, 4] and [N] together, in which the samples are not the first axis");
    }

    @Test
    void anOperatorOfAnotherDomainIsAnotherOneWhateverItsName() {
        TestGraph graph = new TestGraph()
                .input("x", 0, 4)
                .constant("a", 4)
                .constant("b", 4)
                .foreign("acme", "Mul", "c", List.of("a", "b"))
                .node("Add", "z", List.of("x", "c"))
                .foreign("acme", "ZipMap", "y", List.of("z"))
                .output("y", 0, 4);

        assertThat(problems(graph.file())).satisfies(problems -> {
            assertThat(problems.get(0).place()).startsWith("acme.Mul (node 1 of 3");
            assertThat(problems.get(0).what()).isEqualTo("its operator is not read");
        });
    }

    @Test
    void aConstantThatItsNewTypeHasNoNumberForIsRefused() {
        TestGraph graph = new TestGraph()
                .input("x", 0, 1)
                .wholes("c", 300)
                .node("Cast", "byte", List.of("c"), integer("to", DataType.UINT8_VALUE))
                .node("Cast", "real", List.of("byte"), integer("to", DataType.FLOAT_VALUE))
                .node("Mul", "y", List.of("x", "real"))
                .output("y", 0, 1);

        assertThat(problems(graph.file()))
                .extracting(OnnxProblem::what)
                .containsExactly("it makes 300.0 a number of type UINT8, which has none such");
    }

    @Test
    void theNumberOfSamplesIsNoNumberToComputeWith() {
        TestGraph graph = new TestGraph()
                .input("x", 0, 4)
                .wholes("first", 0)
                .node("Shape", "shape", List.of("x"))
                .node("Gather", "n", List.of("shape", "first"))
                .node("Cast", "real", List.of("n"), integer("to", DataType.FLOAT_VALUE))
                .node("Div", "y", List.of("x", "real"))
                .output("y", 0, 4);

        assertThat(problems(graph.file()))
                .extracting(OnnxProblem::what)
                .containsExactly("it computes with the number of samples, which no layer knows");
    }

    @Test
    void theNumberOfSamplesIsReadInShapesWhereItIsTheFirst() {
        assertThat(problems(reshaped("n", "rest", "part"))).isEmpty();
        assertThat(problems(reshaped("rest", "n", "part")))
                .extracting(OnnxProblem::what)
                .containsExactly(
                        "it makes [N, 2, 6] the shape [-1, 1, 3], whose first axis is not that of the samples");
    }

    /** A model that makes its samples another shape, as exporters write {@code x.view(x.size(0), -1, 3)}. */
    private static byte[] reshaped(String... sizes) {
        return new TestGraph()
                .input("x", 0, 2, 6)
                .wholes("first", 0)
                .wholes("rest", -1)
                .wholes("part", 3)
                .wholes("to", 0, -1)
                .node("Shape", "shape", List.of("x"))
                .node("Gather", "n", List.of("shape", "first"))
                .node("Concat", "sizes", List.of(sizes), integer("axis", 0))
                .node("Reshape", "r", List.of("x", "sizes"))
                .node("Reshape", "f", List.of("r", "to"))
                .node("Relu", "y", List.of("f"))
                .output("y", 0, 12)
                .file();
    }

    @Test
    void samplesAreNotPutIntoOneRowUnlessThereIsOneAlone() {
        assertThat(problems(inOneRow(0, "Flatten")))
                .extracting(OnnxProblem::what)
                .containsExactly("it puts all samples into one row");
        assertThat(problems(inOneRow(0, "Reshape")))
                .extracting(OnnxProblem::what)
                .containsExactly("it makes [N, 4] the shape [1, -1], whose first axis is not that of the samples");
        assertThat(problems(inOneRow(1, "Flatten"))).isEmpty();
        assertThat(problems(inOneRow(1, "Reshape"))).isEmpty();
    }

    private static byte[] inOneRow(long samples, String operator) {
        TestGraph graph = new TestGraph().input("x", samples, 4).wholes("row", 1, -1);
        return (operator.equals("Flatten")
                        ? graph.node("Flatten", "f", List.of("x"), integer("axis", 0))
                        : graph.node("Reshape", "f", List.of("x", "row")))
                .node("Softmax", "y", List.of("f"))
                .output("y", samples, 4)
                .file();
    }

    @Test
    void operatorsThatAreNotReadAreNamedFirstWhateverStandsBeforeThem() {
        TestGraph graph = new TestGraph()
                .input("x", 0, 4, 3)
                .node("Transpose", "t", List.of("x"), integers("perm", 1L, 0L, 2L))
                .node("LSTM", "h", List.of("t"))
                .node("Squeeze", "s", List.of("h"))
                .node("Resize", "r", List.of("s"))
                .node("LSTM", "y", List.of("r"))
                .output("y", 0, 3);

        assertThat(problems(graph.file()))
                .extracting(OnnxProblem::cure)
                .containsExactly(
                        "leave it out, for recurrent layers are no layers of such networks; convolutions over a sequence are",
                        "leave it out, or put it together of operators that docs/train-in-python.md lists",
                        "keep the samples apart: their axis is the first one and stays so; attention and recurrent layers, which move it, are no layers of such networks");
        assertThat(problems(graph.file()))
                .extracting(OnnxProblem::place, OnnxProblem::what)
                .containsExactly(
                        tuple(
                                "LSTM \"LSTM_h\" (node 2 of 5, opset 17), which reads \"t\" on the way input \"x\" -> Transpose -> LSTM",
                                "its operator is not read"),
                        tuple(
                                "Resize \"Resize_r\" (node 4 of 5, opset 17), which reads \"s\" on the way input \"x\" -> Transpose -> LSTM -> Squeeze -> Resize",
                                "its operator is not read"),
                        tuple(
                                "Transpose \"Transpose_t\" (node 1 of 5, opset 17), which reads [N, 4, 3] on the way input \"x\" -> Transpose",
                                "it moves the axis of the samples"));
    }

    @Test
    void divisionsByZeroAreNamed() {
        TestGraph graph = new TestGraph()
                .input("x", 0, 3)
                .constant(TensorProto.newBuilder()
                        .setName("zero")
                        .setDataType(DataType.FLOAT_VALUE)
                        .addFloatData(0)
                        .build())
                .node("Div", "y", List.of("x", "zero"))
                .output("y", 0, 3);

        assertThat(problems(graph.file())).extracting(OnnxProblem::what).containsExactly("it divides by 0.0");
    }

    @Test
    void weightsThatHaveBeenLeftOutAreNamed() {
        TestGraph graph = new TestGraph()
                .input("x", 0, 4)
                .input("weight", 4, 3)
                .input("bias", 3)
                .node("Gemm", "y", List.of("x", "weight", "bias"))
                .output("y", 0, 3);

        assertThat(problems(graph.file()))
                .extracting(OnnxProblem::place, OnnxProblem::what, OnnxProblem::cure)
                .containsExactly(
                        tuple(
                                "the input \"weight\"",
                                "it is a weight of Gemm, without numbers",
                                "export the model with its weights (export_params=True in PyTorch)"),
                        tuple(
                                "the input \"bias\"",
                                "it is a weight of Gemm, without numbers",
                                "export the model with its weights (export_params=True in PyTorch)"));
    }

    @Test
    void wholeNumbersOfAnInputAreNotComputedWith() {
        AttributeProto toFloat = integer("to", DataType.FLOAT_VALUE);
        TestGraph divided = new TestGraph()
                .wholeInput("x", 0, 4)
                .wholes("two", 2)
                .node("Div", "half", List.of("x", "two"))
                .node("Cast", "y", List.of("half"), toFloat)
                .output("y", 0, 4);
        TestGraph wrapped = new TestGraph()
                .wholeInput("x", 0, 4)
                .node("Cast", "byte", List.of("x"), integer("to", DataType.UINT8_VALUE))
                .node("Cast", "y", List.of("byte"), toFloat)
                .output("y", 0, 4);
        TestGraph coarse = new TestGraph()
                .input("x", 0, 4)
                .node("Cast", "eight", List.of("x"), integer("to", DataType.FLOAT8E4M3FN_VALUE))
                .node("Cast", "y", List.of("eight"), toFloat)
                .output("y", 0, 4);

        assertThat(problems(divided.file()))
                .extracting(OnnxProblem::what)
                .containsExactly("it computes with whole numbers, which only pick rows of a table here");
        assertThat(problems(wrapped.file()))
                .extracting(OnnxProblem::what)
                .containsExactly(
                        "it computes with whole numbers that a Cast has made of others, which only pick rows of a table here");
        assertThat(problems(coarse.file()))
                .extracting(OnnxProblem::what)
                .containsExactly("it makes values of type FLOAT8E4M3FN");
    }

    @Test
    void aPartOfPixelsInARowIsNoSequence() {
        TestGraph graph = new TestGraph()
                .input("x", 0, 2, 3, 4)
                .constant("k", 2, 2, 1, 1)
                .constant("l", 2, 1, 3)
                .wholes("shape", 0, 2, -1)
                .wholes("one", 1)
                .wholes("two", 2)
                .node("Conv", "z", List.of("x", "k"))
                .node("Reshape", "r", List.of("z", "shape"))
                .node("Slice", "s", List.of("r", "one", "two", "one"))
                .node("Conv", "y", List.of("s", "l"))
                .output("y", 0, 2, 10);

        assertThat(problems(graph.file()))
                .extracting(OnnxProblem::what)
                .containsExactly("it reads [N, 1, 12], whose values are no pixels of an input or of a convolution");
    }

    @Test
    void zerosThatWouldCountAreRefused() {
        AttributeProto window = integers("kernel_shape", 2L, 2L);
        assertThat(problems(padded("MaxPool", window)))
                .extracting(OnnxProblem::what)
                .containsExactly("the zeros around the pixels that it reads may be more than these");
        assertThat(problems(padded("AveragePool", window, integers("pads", 1L, 1L, 1L, 1L))))
                .extracting(OnnxProblem::what)
                .containsExactly(
                        "its windows reach over the edges of zeros, of which only those count that a Pad has put there");
        assertThat(problems(padded(
                        "AveragePool",
                        integers("kernel_shape", 3L, 3L),
                        integers("strides", 2L, 2L),
                        integer("count_include_pad", 1),
                        integer("ceil_mode", 1))))
                .extracting(OnnxProblem::what)
                .containsExactly(
                        "its ceil_mode is 1 and its count_include_pad too, and runtimes differ in what a window beyond the edge then counts");
    }

    /** A pool of an image with zeros around it. */
    private static byte[] padded(String operator, AttributeProto... attributes) {
        return new TestGraph()
                .input("x", 0, 2, 4, 4)
                .constant("k", 2, 2, 1, 1)
                .wholes("pads", 0, 0, 1, 1, 0, 0, 1, 1)
                .node("Conv", "z", List.of("x", "k"))
                .node("Pad", "p", List.of("z", "pads"))
                .node(operator, "y", List.of("p"), attributes)
                .output("y", 0, 2, 0, 0)
                .file();
    }

    @Test
    void otherPadsThanNumbersAroundDataAreRefused() {
        assertThat(problems(padded(0, text("mode", "reflect"))))
                .extracting(OnnxProblem::what)
                .containsExactly("its mode is reflect, which repeats what is at the edges");
        assertThat(problems(padded(1))).extracting(OnnxProblem::what).containsExactly("it pads the samples");
    }

    private static byte[] padded(long samples, AttributeProto... attributes) {
        return new TestGraph()
                .input("x", 0, 4)
                .wholes("pads", samples, 1, 0, 1)
                .node("Pad", "p", List.of("x", "pads"), attributes)
                .node("Relu", "y", List.of("p"))
                .output("y", 0, 6)
                .file();
    }

    private static List<OnnxProblem> problems(byte[] file) {
        return OnnxImporter.of(file, ImportRequest.of("demo", "DemoNetwork")).problems();
    }
}
