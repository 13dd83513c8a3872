package dev.netwright.processor.model;

import java.util.List;
import java.util.Set;

/** The simple names of types that generated sources name besides those of the user's. */
public final class SourceNames {
    /** Without an import. */
    public static final List<String> JAVA_LANG = List.of(
            "Float",
            "IllegalArgumentException",
            "IllegalStateException",
            "Math",
            "Override",
            "String",
            "SuppressWarnings",
            "System");

    /** With an import, or as nested classes. */
    public static final Set<String> IMPORTED = Set.of(
            "Activation",
            "Activations",
            "ArrayList",
            "Arrays",
            "BatchStatistics",
            "ConvolutionLayer",
            "ConvolutionShape",
            "Convolutions",
            "CustomActivation",
            "Dataset",
            "DenseLayer",
            "Dropout",
            "EmbeddingLayer",
            "Embeddings",
            "EnumSet",
            "Expression",
            "FeatureColumns",
            "Generated",
            "GeneratedNetwork",
            "GeneratedPass",
            "GradientShare",
            "IOException",
            "Initializer",
            "JoinedSamples",
            "Kernels",
            "LayerNormalization",
            "LayerPooling",
            "LayerTraining",
            "LayerTreatment",
            "LayerWiring",
            "List",
            "LogSoftmax",
            "Merge",
            "Merging",
            "ModelFile",
            "ModelResource",
            "NetworkInput",
            "NetworkLayer",
            "Normalization",
            "Outputs",
            "Pass",
            "Path",
            "Pooling",
            "PoolingShape",
            "PortableMath",
            "PredictionCapacity",
            "RecordFeatures",
            "SampleFeatures",
            "Softmax",
            "Targets",
            "Topology",
            "WeightlessLayer",
            "Workspace");

    private SourceNames() {}

    /** The start of the full name of one of these; empty for a nested class. */
    public static String firstPackage(String name) {
        return switch (name) {
            case "Outputs", "Workspace" -> "";
            case "Generated" -> "javax";
            case "ArrayList", "Arrays", "EnumSet", "IOException", "List", "Path" -> "java";
            default -> JAVA_LANG.contains(name) ? "java" : "dev";
        };
    }

    /** Whether a generated source may mean one of these by a name. */
    public static boolean contains(String name) {
        return IMPORTED.contains(name) || JAVA_LANG.contains(name);
    }
}
