package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 1, activation = LOG_SOFTMAX)
//                            ^ error: [Layer.SoftmaxUnits] layer 1 of 2 (hidden1): activation is LOG_SOFTMAX over 1 unit, which always gives 0.
@Layer(size = 1, activation = SOFTMAX)
//                            ^ error: [Layer.SoftmaxUnits] layer 2 of 2 (output): activation is SOFTMAX over 1 unit, which always gives 1.
public interface SoftmaxOverOneUnit extends Network {}
