package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

/** Doubts wait until the mistakes are gone. */
@Input(4)
@Layer(size = 16)
@Layer(size = 0, activation = RELU)
//            ^ error: [Layer.Size] layer 2 of 2 (output): size is 0, but a layer needs at least 1 unit.
public interface WarningsBesideAnError extends Network {}
