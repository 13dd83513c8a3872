package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;

/** The types that generated sources name. Always through {@code $T}, since a user's type may have the same simple name. */
final class RuntimeTypes {
    private static final String RUNTIME = "dev.netwright.runtime";
    private static final String TOPOLOGY_PACKAGE = "dev.netwright.runtime.topology";
    private static final String DATA = "dev.netwright.runtime.data";
    private static final String KERNEL = "dev.netwright.runtime.kernel";
    private static final String ANNOTATIONS = "dev.netwright.annotations";

    static final ClassName GENERATED_NETWORK = ClassName.get(RUNTIME, "GeneratedNetwork");
    static final ClassName GENERATED_PASS = ClassName.get(RUNTIME, "GeneratedPass");
    static final ClassName MODEL_FILE = ClassName.get(RUNTIME, "ModelFile");
    static final ClassName MODEL_RESOURCE = ClassName.get(RUNTIME, "ModelResource");
    static final ClassName BATCH_STATISTICS = ClassName.get(RUNTIME, "BatchStatistics");
    static final ClassName PREDICTION_CAPACITY = ClassName.get(RUNTIME, "PredictionCapacity");
    static final ClassName PASS = ClassName.get(RUNTIME, "Pass");
    static final ClassName TOPOLOGY = ClassName.get(TOPOLOGY_PACKAGE, "Topology");
    static final ClassName NETWORK_INPUT = ClassName.get(TOPOLOGY_PACKAGE, "NetworkInput");
    static final ClassName NETWORK_LAYER = ClassName.get(TOPOLOGY_PACKAGE, "NetworkLayer");
    static final ClassName DENSE_LAYER = ClassName.get(TOPOLOGY_PACKAGE, "DenseLayer");
    static final ClassName CONVOLUTION_LAYER = ClassName.get(TOPOLOGY_PACKAGE, "ConvolutionLayer");
    static final ClassName EMBEDDING_LAYER = ClassName.get(TOPOLOGY_PACKAGE, "EmbeddingLayer");
    static final ClassName WEIGHTLESS_LAYER = ClassName.get(TOPOLOGY_PACKAGE, "WeightlessLayer");
    static final ClassName LAYER_WIRING = ClassName.get(TOPOLOGY_PACKAGE, "LayerWiring");
    static final ClassName LAYER_TRAINING = ClassName.get(TOPOLOGY_PACKAGE, "LayerTraining");
    static final ClassName LAYER_POOLING = ClassName.get(TOPOLOGY_PACKAGE, "LayerPooling");
    static final ClassName LAYER_TREATMENT = ClassName.get(TOPOLOGY_PACKAGE, "LayerTreatment");
    static final ClassName CUSTOM_ACTIVATION = ClassName.get(TOPOLOGY_PACKAGE, "CustomActivation");
    static final ClassName EXPRESSION = ClassName.get(TOPOLOGY_PACKAGE, "Expression");
    static final ClassName DATASET = ClassName.get(DATA, "Dataset");
    static final ClassName JOINED_SAMPLES = ClassName.get(DATA, "JoinedSamples");
    static final ClassName SAMPLE_FEATURES = ClassName.get(DATA, "SampleFeatures");
    static final ClassName RECORD_FEATURES = ClassName.get(DATA, "RecordFeatures");
    static final ClassName FEATURE_COLUMNS = ClassName.get(DATA, "FeatureColumns");
    static final ClassName TARGETS = ClassName.get(DATA, "Targets");
    static final ClassName KERNELS = ClassName.get(KERNEL, "Kernels");
    static final ClassName CONVOLUTIONS = ClassName.get(KERNEL, "Convolutions");
    static final ClassName EMBEDDINGS = ClassName.get(KERNEL, "Embeddings");
    static final ClassName CONVOLUTION_SHAPE = ClassName.get(KERNEL, "ConvolutionShape");
    static final ClassName POOLING = ClassName.get(KERNEL, "Pooling");
    static final ClassName POOLING_SHAPE = ClassName.get(KERNEL, "PoolingShape");
    static final ClassName PORTABLE_MATH = ClassName.get(KERNEL, "PortableMath");
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
