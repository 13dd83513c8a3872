package dev.netwright.verification.record;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Merge;
import dev.netwright.runtime.Network;

/** A record beside an array. */
@Input(value = 3, name = "weights")
@Input(record = Home.Address.class, name = "address")
@Layer(
        name = "product",
        from = {"weights", "address"},
        merge = Merge.MULTIPLY)
interface Mixed extends Network {}
