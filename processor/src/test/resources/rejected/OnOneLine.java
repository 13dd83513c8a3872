package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(0) @Layer(size = 0, activation = TANH) @Layer(size = -1, activation = TANH) @Layer
//     ^ error: [Input.Size] OnOneLine: the input has 0 features, but a sample needs at least 1.
//                      ^ error: [Layer.Size] layer 1 of 3 (hidden1): size is 0, but a layer needs at least 1 unit.
//                                                          ^ error: [Layer.Size] layer 2 of 3 (hidden2): size is -1, but a layer needs at least 1 unit.
//                                                                                 ^ error: [Layer.SizeMissing] layer 3 of 3 (output): size is missing.
public interface OnOneLine extends Network {}
