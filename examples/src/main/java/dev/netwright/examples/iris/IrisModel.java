package dev.netwright.examples.iris;

import dev.netwright.annotations.OnnxModel;
import dev.netwright.runtime.Classifier;

/** The same of a network that PyTorch has trained: {@code src/main/python/iris.py} writes the file. */
@OnnxModel("models/iris.onnx")
public interface IrisModel extends Classifier<Flower, Species> {}
