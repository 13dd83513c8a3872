package dev.netwright.verification.graph;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.Network;

/** Differs in training, and has an input that is called as a parameter of its methods is. */
@Input(value = 3, name = "state")
@Input(value = 2, name = "seed")
@Layer(
        size = 20,
        activation = Activation.TANH,
        from = {"state", "seed"},
        normalize = Normalization.BATCH,
        dropout = 0.5f)
@Layer(size = 1)
interface NoisyCritic extends Network {}
