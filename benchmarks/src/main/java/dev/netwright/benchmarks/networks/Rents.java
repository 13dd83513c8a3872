package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.Regressor;

/** The features of a record, an embedding and two residual blocks with layer normalisation, as in the {@code rents} example. */
@Input(record = Flat.class, name = "flat")
@Layer(size = 6, embedding = 300, from = "street", name = "place")
@Layer(
        size = 32,
        from = {"flat", "place"},
        name = "trunk")
@Layer(normalize = Normalization.LAYER)
@Layer(size = 64, activation = Activation.GELU)
@Layer(size = 32, residual = "trunk", name = "block1")
@Layer(normalize = Normalization.LAYER)
@Layer(size = 64, activation = Activation.GELU)
@Layer(size = 32, residual = "block1", name = "block2")
@Layer(size = 1)
public interface Rents extends Regressor<Flat> {}
