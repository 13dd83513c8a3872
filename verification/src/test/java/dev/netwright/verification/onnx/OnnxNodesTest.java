package dev.netwright.verification.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ONNX project's own tests of the operators that are read, from the folder that {@code -Dnetwright.onnx.nodes} names: each passes, or is
 * refused with a reason.
 */
@EnabledIfSystemProperty(named = "netwright.onnx.nodes", matches = ".+")
class OnnxNodesTest {
    private static final Set<String> OPERATORS = Set.of(
            "Abs",
            "Add",
            "AveragePool",
            "BatchNormalization",
            "Cast",
            "Celu",
            "Clip",
            "Concat",
            "Constant",
            "Conv",
            "Div",
            "Dropout",
            "Elu",
            "Erf",
            "Exp",
            "Expand",
            "Flatten",
            "Gather",
            "Gelu",
            "Gemm",
            "GlobalAveragePool",
            "GlobalMaxPool",
            "HardSigmoid",
            "HardSwish",
            "Identity",
            "LayerNormalization",
            "LeakyRelu",
            "Log",
            "LogSoftmax",
            "MatMul",
            "MaxPool",
            "Mish",
            "Mul",
            "Neg",
            "PRelu",
            "ReduceMax",
            "ReduceMean",
            "ReduceSum",
            "Relu",
            "Reshape",
            "Selu",
            "Shape",
            "Sigmoid",
            "Slice",
            "Softmax",
            "Softplus",
            "Softsign",
            "Split",
            "Sqrt",
            "Squeeze",
            "Sub",
            "Sum",
            "Tanh",
            "ThresholdedRelu",
            "Transpose",
            "Unsqueeze");

    /** What of them may at least be expected. */
    private static final int LEAST_PASSED = 100;

    @TempDir
    Path folder;

    @Test
    void passOrAreRefusedWithAReason() throws Exception {
        Map<String, List<String>> results = new TreeMap<>();
        for (Path test : tests()) {
            String name = String.valueOf(test.getFileName());
            OnnxNodeCase node = new OnnxNodeCase(test);
            if (node.isOf(OPERATORS) && node.hasNumbers()) {
                String result = node.result(Files.createDirectory(folder.resolve(name)));
                results.computeIfAbsent(result.split("[ :]")[0], any -> new ArrayList<>())
                        .add(name + " " + result);
            }
        }

        results.forEach((kind, names) -> System.out.println(kind + ": " + names.size()));
        results.getOrDefault("refused", List.of()).forEach(System.out::println);
        assertThat(results.getOrDefault("failed", List.of())).isEmpty();
        assertThat(results.getOrDefault("passed", List.of())).hasSizeGreaterThan(LEAST_PASSED);
    }

    private static List<Path> tests() throws Exception {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("netwright.onnx.nodes")))) {
            return folders.filter(test -> Files.exists(test.resolve("model.onnx")))
                    .sorted()
                    .toList();
        }
    }
}
