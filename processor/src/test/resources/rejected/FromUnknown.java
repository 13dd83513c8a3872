package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(value = 4, name = "pixels")
@Layer(size = 3, activation = TANH, name = "encoder")
@Layer(size = 3, activation = TANH, from = {"encodr", "pixels"})
//                                          ^ error: [Layer.FromUnknown] layer 2 of 3 (hidden2): from is "encodr", but no input and no layer has that name.
// |      pixels        4
// |      encoder  4 -> 3  tanh
// |  --> hidden2  ? -> 3  tanh, from encodr, pixels
// |      output   ? -> 2  identity, from nowhere
// |  Hint: did you mean "encoder"?
@Layer(size = 2, from = "nowhere")
//                      ^ error: [Layer.FromUnknown] layer 3 of 3 (output): from is "nowhere", but no input and no layer has that name.
// |      pixels        4
// |      encoder  4 -> 3  tanh
// |      hidden2  ? -> 3  tanh, from encodr, pixels
// |  --> output   ? -> 2  identity, from nowhere
// |  Hint: write one of "pixels", "encoder", "hidden2".
public interface FromUnknown extends Network {}
