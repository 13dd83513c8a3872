package demo;

import static dev.netwright.annotations.Activation.*;
import static dev.netwright.annotations.Normalization.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(shape = {8, 8, 1})
@Layer(size = 4, kernel = 3, normalize = BATCH, bias = true, activation = RELU)
//                                                     ^ warning: [Layer.BiasNormalized] layer 1 of 5 (hidden1): bias is true, but normalize is BATCH: subtracting the mean of the batch takes every bias out again.
// |      input             8x8x1
// |  --> hidden1  8x8x1 -> 6x6x4  batch norm, relu
// |      hidden2      6x6x4 -> 1  batch norm, tanh
// |      hidden3          1 -> 6  batch norm, tanh
// |      hidden4          6 -> 6  layer norm, tanh
// |      output           6 -> 2  identity
// |  Hint: leave bias out; the shifts of the normalisation are the layer's biases.
@Layer(size = 1, normalize = BATCH, activation = TANH)
@Layer(size = 6, normalize = BATCH, bias = false, activation = TANH)
@Layer(size = 6, normalize = LAYER, bias = true, activation = TANH)
@Layer(size = 2)
public interface BiasNormalized extends Network {}
