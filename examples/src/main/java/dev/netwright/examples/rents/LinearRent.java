package dev.netwright.examples.rents;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Regressor;

/** The same by linear regression: every feature has a weight, and every street a number that is added. */
@Input(record = Flat.class, name = "flat")
@Layer(size = 1, embedding = Flats.STREETS, from = "street", name = "place")
@Layer(
        size = 1,
        from = {"flat", "place"})
interface LinearRent extends Regressor<Flat> {}
