/** From an ONNX file to a model and its parameters: reading, recognising what operators mean together, and putting layers together. */
package dev.netwright.processor.onnx;
