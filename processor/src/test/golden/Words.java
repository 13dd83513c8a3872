package demo;

import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Pooling.GLOBAL_AVERAGE;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Ten words in a row that each become a vector, once for a convolution and once for a mean, beside numbers. */
@Input(
        shape = {10, 1},
        name = "words")
@Input(value = 3, name = "numbers")
@Layer(size = 8, embedding = 5_000, from = "words", name = "vectors", dropout = 0.1f)
@Layer(size = 6, kernel = 3, activation = RELU, name = "phrases")
@Layer(pooling = GLOBAL_AVERAGE, name = "all")
@Layer(size = 4, embedding = 5_000, from = "words", name = "tones", pooling = GLOBAL_AVERAGE, trainable = false)
@Layer(
        size = 2,
        activation = SOFTMAX,
        from = {"all", "tones", "numbers"})
public interface Words extends Network {}
