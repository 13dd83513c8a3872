/** Networks as ONNX files, by the rules of the format and as ONNX Runtime computes them, and ONNX files that become networks. */
package dev.netwright.verification.onnx;
