package dev.netwright.console;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** The smallest network there is: y = w·x + b. */
@Input(1)
@Layer(size = 1)
interface Line extends Network {}
