package dev.netwright.examples.iris;

import dev.netwright.annotations.OnnxModel;
import dev.netwright.runtime.Network;

/** A classifier of irises that PyTorch has trained: {@code src/main/python/iris.py} writes the file. */
@OnnxModel("models/iris.onnx")
public interface IrisModel extends Network {}
