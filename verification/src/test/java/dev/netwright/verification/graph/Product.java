package dev.netwright.verification.graph;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Merge;
import dev.netwright.runtime.Network;

/** z = x·y. */
@Input(value = 1, name = "x")
@Input(value = 1, name = "y")
@Layer(
        name = "z",
        from = {"x", "y"},
        merge = Merge.MULTIPLY)
public interface Product extends Network {}
