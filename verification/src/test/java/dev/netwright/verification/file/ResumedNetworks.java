package dev.netwright.verification.file;

import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;
import static dev.netwright.annotations.Normalization.BATCH;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Networks whose training is killed, with enough parameters that three threads share batches of 128 rows. */
final class ResumedNetworks {
    private ResumedNetworks() {}

    /** What a layer can have: statistics, dropout, a penalty, and parameters that stay. */
    @Input(12)
    @Layer(size = 80, normalize = BATCH, activation = RELU, dropout = 0.2f)
    @Layer(size = 40, activation = TANH, dropout = 0.1f, l2 = 1e-3f)
    @Layer(size = 8, activation = TANH, trainable = false)
    @Layer(size = 5, activation = SOFTMAX)
    interface Treated extends Network {}

    /** Two outputs, and a table of which a batch picks some rows. */
    @Input(value = 1, name = "word")
    @Input(value = 12, name = "x")
    @Layer(embedding = 500, size = 8, from = "word", name = "table")
    @Layer(
            size = 30,
            activation = TANH,
            from = {"table", "x"},
            name = "trunk")
    @Layer(size = 5, activation = SOFTMAX, name = "policy", output = true)
    @Layer(size = 1, from = "trunk", name = "value")
    interface Headed extends Network {}
}
