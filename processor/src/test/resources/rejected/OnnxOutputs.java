package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.*;

@OnnxModel(value = "policy.onnx", outputs = {"action", " ", "action"})
//                                                     ^ javac: error: [Onnx.Output] OnnxOutputs: the output " " cannot be chosen: it has no name.
// |  Hint: write the name of an output, or leave outputs away to have them all.
//                                                          ^ javac: error: [Onnx.Output] OnnxOutputs: the output "action" cannot be chosen: it is named twice.
// |  Hint: write it once.
//                                ^ ecj: error: [Onnx.Output] OnnxOutputs: the output " " cannot be chosen: it has no name.
//                                ^ ecj: error: [Onnx.Output] OnnxOutputs: the output "action" cannot be chosen: it is named twice.
public interface OnnxOutputs extends Network {}
