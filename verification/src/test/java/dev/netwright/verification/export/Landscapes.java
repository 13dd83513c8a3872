package dev.netwright.verification.export;

import static dev.netwright.annotations.Activation.GELU;
import static dev.netwright.annotations.Activation.LOG_SOFTMAX;
import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Normalization.BATCH;
import static dev.netwright.annotations.Normalization.LAYER;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Padding;
import dev.netwright.annotations.Pooling;
import dev.netwright.runtime.Network;

/** Something of everything that layers do. */
@Input(shape = {9, 8, 2})
@Layer(size = 4, kernel = 3, padding = Padding.SAME, normalize = BATCH, activation = RELU, pool = 2, name = "edges")
@Layer(size = 4, kernel = 3, padding = Padding.SAME, residual = "edges", pool = 1, pooling = Pooling.AVERAGE)
@Layer(size = 20, normalize = LAYER, activation = GELU)
@Layer(size = 5, activation = SOFTMAX, name = "places", output = true)
@Layer(
        size = 3,
        activation = LOG_SOFTMAX,
        from = {"places", "edges"})
interface Landscapes extends Network {}
