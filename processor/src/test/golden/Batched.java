package demo;

import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Normalization.BATCH;
import static dev.netwright.annotations.Normalization.LAYER;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Layers that are normalised over the batch: pixels, a convolution that pools, columns with dropout and a residual, and an output. */
@Input(shape = {8, 8, 2})
@Layer(normalize = BATCH, name = "pixels")
@Layer(size = 4, kernel = 3, normalize = BATCH, activation = RELU, pool = 2, name = "features")
@Layer(size = 36, normalize = BATCH, activation = RELU, dropout = 0.5f, residual = "features", name = "block")
@Layer(size = 10, normalize = LAYER, activation = RELU, name = "narrow")
@Layer(size = 3, normalize = BATCH, bias = true, trainable = false, activation = SOFTMAX)
public interface Batched extends Network {}
