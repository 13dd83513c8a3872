package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(1_500_000_000)
@Layer(activation = TANH, from = "input", output = true)
@Layer(activation = SIGMOID, from = "input")
// <- error: [Layer.OutputColumns] layer 2 of 2 (output): up to this output the network has 3,000,000,000 outputs, but they live in one array of at most 2,147,483,639.
// |      input                  1500000000
// |      hidden1  1500000000 -> 1500000000  tanh, from input, output
// |  --> output   1500000000 -> 1500000000  sigmoid, from input
// |  Hint: make this output or one before it smaller.
public interface OutputColumns extends Network {}
