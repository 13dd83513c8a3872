/** ONNX Runtime, measured. */
package dev.netwright.benchmarks.peers.onnxruntime;
