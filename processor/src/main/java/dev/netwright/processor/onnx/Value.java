package dev.netwright.processor.onnx;

/** What a name of the graph stands for. */
sealed interface Value permits Tensor, Flow, Value.Unknown {
    /** The result of a node that has been reported: those that read it are not. */
    record Unknown() implements Value {}

    /** The one of its kind. */
    Unknown UNKNOWN = new Unknown();
}
