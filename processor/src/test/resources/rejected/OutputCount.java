package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input", output = true)
@Layer(size = 1, from = "input")
// <- error: [Layer.OutputCount] layer 33 of 33 (output): the network has 33 outputs, but one class gives at most 32.
// |      input          4
// |      ...
// |      hidden28  4 -> 1  identity, from input, output
// |      hidden29  4 -> 1  identity, from input, output
// |      hidden30  4 -> 1  identity, from input, output
// |      hidden31  4 -> 1  identity, from input, output
// |      hidden32  4 -> 1  identity, from input, output
// |  --> output    4 -> 1  identity, from input
// |  Hint: put units that belong together into one layer.
public interface OutputCount extends Network {}
