package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Numbers and one of a few products, whose vectors are the rows of a table. */
@Input(value = 8, name = "numbers")
@Input(value = 1, name = "product")
@Layer(size = 16, embedding = 500, from = "product", name = "vectors")
@Layer(
        size = 64,
        activation = Activation.RELU,
        from = {"numbers", "vectors"})
@Layer(size = 1)
public interface SmallTable extends Network {}
