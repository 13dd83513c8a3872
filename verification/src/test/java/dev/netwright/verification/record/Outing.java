package dev.netwright.verification.record;

import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** The same with two outputs, and inputs that are called as parameters or constants of generated methods. */
@Input(record = Visit.Person.class, name = "samples")
@Input(record = Visit.Person.class, name = "targets")
@Layer(
        size = 8,
        activation = TANH,
        from = {"samples", "targets"},
        name = "both")
@Layer(labels = Visit.Verdict.class, activation = SOFTMAX, name = "labels", output = true)
@Layer(size = 2, from = "both", name = "Targets")
interface Outing extends Network {}
