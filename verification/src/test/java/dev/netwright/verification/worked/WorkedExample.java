package dev.netwright.verification.worked;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Two inputs, two hidden units and two outputs: small enough to compute by hand. */
@Input(2)
@Layer(name = "hidden", size = 2, activation = Activation.SIGMOID)
@Layer(size = 2, activation = Activation.SIGMOID)
public interface WorkedExample extends Network {}
