package dev.netwright.verification.graph;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Two words become vectors beside a number. */
@Input(value = 1, name = "number")
@Input(value = 2, name = "words")
@Layer(size = 3, embedding = 4, from = "words", name = "vectors")
@Layer(
        size = 1,
        from = {"vectors", "number"})
interface Looking extends Network {}
