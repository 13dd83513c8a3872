package dev.netwright.verification.file;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.Network;

/** What {@code small-pytorch.py} builds of PyTorch's modules. */
// PyTorch gives a convolution biases, also where batch normalisation takes them out again.
@SuppressWarnings("netwright")
@Input(
        name = "images",
        shape = {6, 7, 2})
@Input(name = "numbers", value = 4)
@Layer(
        name = "edges",
        from = "images",
        size = 3,
        kernel = {3, 2},
        bias = true,
        normalize = Normalization.BATCH,
        activation = Activation.RELU,
        pool = 2)
@Layer(
        name = "hidden",
        from = {"edges", "numbers"},
        size = 5,
        bias = true,
        normalize = Normalization.LAYER,
        activation = Activation.TANH)
@Layer(name = "output", size = 3, activation = Activation.SOFTMAX)
public interface SmallConvolution extends Network {}
