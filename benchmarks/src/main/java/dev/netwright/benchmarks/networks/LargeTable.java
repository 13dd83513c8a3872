package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** {@link SmallTable} with a hundred times as many products. */
@Input(value = 8, name = "numbers")
@Input(value = 1, name = "product")
@Layer(size = 16, embedding = 50_000, from = "product", name = "vectors")
@Layer(
        size = 64,
        activation = Activation.RELU,
        from = {"numbers", "vectors"})
@Layer(size = 1)
public interface LargeTable extends Network {}
