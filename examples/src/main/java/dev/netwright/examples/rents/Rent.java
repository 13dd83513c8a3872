package dev.netwright.examples.rents;

import static dev.netwright.annotations.Activation.GELU;
import static dev.netwright.annotations.Normalization.LAYER;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Regressor;

/**
 * Estimates rents, in hundreds a month. Every street has a vector of its own, which is learnt with the rest, and two residual blocks
 * normalise what they read (He et al. 2016; Ba et al. 2016; Gorishniy et al. 2021 for tables).
 */
@Input(record = Flat.class, name = "flat")
@Layer(size = 6, embedding = Flats.STREETS, from = "street", name = "place")
@Layer(
        size = 32,
        from = {"flat", "place"},
        name = "trunk")
@Layer(normalize = LAYER)
@Layer(size = 64, activation = GELU)
@Layer(size = 32, residual = "trunk", name = "block1")
@Layer(normalize = LAYER)
@Layer(size = 64, activation = GELU)
@Layer(size = 32, residual = "block1", name = "block2")
@Layer(size = 1)
interface Rent extends Regressor<Flat> {}
