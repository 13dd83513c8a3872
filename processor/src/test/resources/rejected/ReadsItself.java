package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = TANH, name = "self", from = "self")
//                                                        ^ error: [Network.Cycle] layer 1 of 2 (self): these layers feed each other in a circle: self -> self. Data that flowed backwards could never produce an output.
@Layer(size = 2)
public interface ReadsItself extends Network {}
