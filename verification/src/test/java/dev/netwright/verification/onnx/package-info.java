/** Networks as ONNX files: by the rules of the format, and as ONNX Runtime computes them. */
package dev.netwright.verification.onnx;
