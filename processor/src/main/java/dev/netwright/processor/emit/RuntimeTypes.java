package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.stream.Stream;

/** The types that generated sources name. Always through {@code $T}, since a user's type may have the same simple name. */
final class RuntimeTypes {
    private static final String RUNTIME = "dev.netwright.runtime";
    private static final String DATA = "dev.netwright.runtime.data";
    private static final String KERNEL = "dev.netwright.runtime.kernel";
    private static final String ANNOTATIONS = "dev.netwright.annotations";

    static final ClassName GENERATED_NETWORK = ClassName.get(RUNTIME, "GeneratedNetwork");
    static final ClassName PASS = ClassName.get(RUNTIME, "Pass");
    static final ClassName TOPOLOGY = ClassName.get(RUNTIME, "Topology");
    static final ClassName INPUT = TOPOLOGY.nestedClass("Input");
    static final ClassName LAYER = TOPOLOGY.nestedClass("Layer");
    static final ClassName DENSE = TOPOLOGY.nestedClass("Dense");
    static final ClassName WEIGHTLESS = TOPOLOGY.nestedClass("Weightless");
    static final ClassName CONVOLUTION = TOPOLOGY.nestedClass("Convolution");
    static final ClassName EMBEDDING = TOPOLOGY.nestedClass("Embedding");
    static final ClassName TRAINING = TOPOLOGY.nestedClass("Training");
    static final ClassName POOL = TOPOLOGY.nestedClass("Pool");
    static final ClassName TREATMENT = TOPOLOGY.nestedClass("Treatment");
    static final ClassName WIRING = TOPOLOGY.nestedClass("Wiring");
    /** Their simple names. */
    static final List<String> NESTED_IN_TOPOLOGY = Stream.of(
                    INPUT, LAYER, DENSE, CONVOLUTION, EMBEDDING, WEIGHTLESS, WIRING, TRAINING, POOL, TREATMENT)
            .map(ClassName::simpleName)
            .toList();

    static final ClassName DATASET = ClassName.get(DATA, "Dataset");
    static final ClassName SAMPLE_FEATURES = ClassName.get(DATA, "SampleFeatures");
    static final ClassName RECORD_FEATURES = ClassName.get(DATA, "RecordFeatures");
    static final ClassName FEATURE_COLUMNS = ClassName.get(DATA, "FeatureColumns");
    static final ClassName TARGETS = ClassName.get(RUNTIME + ".data", "Targets");
    static final ClassName KERNELS = ClassName.get(KERNEL, "Kernels");
    static final ClassName CONVOLUTIONS = ClassName.get(KERNEL, "Convolutions");
    static final ClassName EMBEDDINGS = ClassName.get(KERNEL, "Embeddings");
    static final ClassName CONVOLUTION_SHAPE = ClassName.get(KERNEL, "ConvolutionShape");
    static final ClassName POOLING = ClassName.get(KERNEL, "Pooling");
    static final ClassName POOLING_SHAPE = ClassName.get(KERNEL, "PoolingShape");
    static final ClassName GRADIENT_SHARE = ClassName.get(KERNEL, "GradientShare");
    static final ClassName LAYER_NORMALIZATION = ClassName.get(KERNEL, "LayerNormalization");
    static final ClassName DROPOUT = ClassName.get(KERNEL, "Dropout");
    static final ClassName MERGING = ClassName.get(KERNEL, "Merging");
    static final ClassName ACTIVATIONS = ClassName.get(KERNEL, "Activations");
    static final ClassName SOFTMAX = ClassName.get(KERNEL, "Softmax");
    static final ClassName LOG_SOFTMAX = ClassName.get(KERNEL, "LogSoftmax");
    static final ClassName ACTIVATION = ClassName.get(ANNOTATIONS, "Activation");
    static final ClassName MERGE = ClassName.get(ANNOTATIONS, "Merge");
    static final ClassName NORMALIZATION = ClassName.get(ANNOTATIONS, "Normalization");
    static final ClassName INITIALIZER = ClassName.get(ANNOTATIONS, "Initializer");

    private RuntimeTypes() {}
}
