package dev.netwright.verification.record;

import static dev.netwright.annotations.Activation.TANH;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Regressor;

/** Estimates a number for a home with gaps. */
@Input(record = Gaps.class)
@Layer(size = 6, activation = TANH)
@Layer(size = 1)
interface Rent extends Regressor<Gaps> {}
