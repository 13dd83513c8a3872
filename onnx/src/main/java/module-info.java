/** Networks as ONNX files, for other languages and machines. */
module dev.netwright.onnx {
    requires transitive dev.netwright.runtime;
    requires dev.netwright.onnx.schema;
    requires com.google.protobuf;

    exports dev.netwright.onnx;
}
