package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layers({@Layer(size = 16, activation = Activation.TANH), @Layer(size = 0)})
//                                                                      ^ error: [Layer.Size] layer 2 of 2 (output): size is 0, but a layer needs at least 1 unit.
public interface ContainerWrittenOut extends Network {}

@Input(4)
@Layers(@dev.netwright.annotations.Layer(size = -1))
//                                              ^ error: [Layer.Size] layer 1 of 1 (output): size is -1, but a layer needs at least 1 unit.
interface WithoutBraces extends Network {}

@Input(4)
@Layer(size = 0, activation = Activation.TANH)
//            ^ error: [Layer.Size] layer 1 of 3 (hidden1): size is 0, but a layer needs at least 1 unit.
@Layers(value = {@Layer, @Layer(size = -2)})
//               ^ error: [Layer.SizeMissing] layer 2 of 3 (hidden2): size is missing.
//                                     ^ error: [Layer.Size] layer 3 of 3 (output): size is -2, but a layer needs at least 1 unit.
interface BesideASingleLayer extends Network {}
