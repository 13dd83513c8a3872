package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 16, name = "features", activation = TANH)
@Layer(size = 16, name = "features", activation = TANH)
//                       ^ error: [Layer.DuplicateName] layer 2 of 4 (features): name is "features", which is also the name of layer 1.
@Layer(size = 16, name = "features", activation = TANH)
//                       ^ error: [Layer.DuplicateName] layer 3 of 4 (features): name is "features", which is also the name of layer 1.
@Layer(size = 3, name = "features", activation = SOFTMAX)
//                      ^ error: [Layer.DuplicateName] layer 4 of 4 (features): name is "features", which is also the name of layer 1.
public interface DuplicateName extends Network {}
