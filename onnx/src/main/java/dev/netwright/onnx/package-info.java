/** Networks as ONNX files, for other languages and machines. */
package dev.netwright.onnx;
