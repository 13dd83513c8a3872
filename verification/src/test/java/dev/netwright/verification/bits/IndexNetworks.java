package dev.netwright.verification.bits;

import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;
import static dev.netwright.annotations.Pooling.GLOBAL_AVERAGE;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.Network;

/** Networks with embeddings. */
final class IndexNetworks {
    private IndexNetworks() {}

    /** Tables of widths around those of vectors, one read twice, beside numbers, and so many parameters that threads share the update. */
    @Input(value = 3, name = "words")
    @Input(value = 5, name = "numbers")
    @Input(value = 1, name = "kind")
    @Layer(size = 17, embedding = 4_000, from = "words", name = "vectors", dropout = 0.1f)
    @Layer(size = 3, embedding = 9, from = "kind", name = "kinds", activation = TANH, l2 = 1e-4f)
    @Layer(size = 4, embedding = 4_001, from = "words", name = "tones", normalize = Normalization.LAYER)
    @Layer(
            size = 40,
            activation = RELU,
            from = {"vectors", "numbers", "kinds", "tones"})
    @Layer(size = 5, activation = SOFTMAX)
    interface Embedding extends Network {}

    /** A sentence whose words become pixels of a sequence. */
    @Input(shape = {12, 1})
    @Layer(size = 8, embedding = 50)
    @Layer(size = 6, kernel = 3, activation = RELU, pool = 2)
    @Layer(size = 4, activation = SOFTMAX)
    interface Sentence extends Network {}

    /** Tables of which a batch picks few rows: read twice, with a penalty, frozen, and with a pool. */
    @Input(value = 2, name = "users")
    @Input(value = 1, name = "item")
    @Input(
            shape = {6, 1},
            name = "words")
    @Input(value = 3, name = "numbers")
    @Layer(size = 9, embedding = 3_000, from = "users", name = "tastes", normalize = Normalization.LAYER)
    @Layer(size = 5, embedding = 2_500, from = "item", name = "kinds", activation = TANH)
    @Layer(size = 4, embedding = 2_400, from = "item", name = "prices", l1 = 1e-6f, l2 = 1e-5f)
    @Layer(size = 3, embedding = 2_600, from = "item", name = "fixed", trainable = false)
    @Layer(size = 7, embedding = 1_000, from = "words", name = "meaning", pooling = GLOBAL_AVERAGE)
    @Layer(
            size = 24,
            activation = RELU,
            from = {"tastes", "kinds", "prices", "fixed", "meaning", "numbers"})
    @Layer(size = 5, activation = SOFTMAX)
    interface Sparse extends Network {}

    /** The same where all of a batch is there at once. */
    @Input(value = 2, name = "users")
    @Input(value = 1, name = "item")
    @Layer(
            size = 9,
            embedding = 3_000,
            from = "users",
            name = "tastes",
            normalize = Normalization.BATCH,
            activation = RELU)
    @Layer(size = 6, embedding = 2_500, from = "item", name = "kinds")
    @Layer(
            size = 24,
            activation = RELU,
            normalize = Normalization.BATCH,
            from = {"tastes", "kinds"})
    @Layer(size = 5, activation = SOFTMAX)
    interface Joint extends Network {}
}
