package dev.netwright.verification.record;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Two numbers for a record. */
@Input(record = Home.Address.class)
@Layer(size = 2)
interface Position extends Network {}
