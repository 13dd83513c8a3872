package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(784)
@Layer(activation = RELU)
// <- error: [Layer.SizeMissing] layer 1 of 3 (hidden1): size is missing.
@Layer
// <- error: [Layer.SizeMissing] layer 2 of 3 (hidden2): size is missing.
@Layer(size = 10, activation = SOFTMAX)
public interface SizeMissing extends Network {}
