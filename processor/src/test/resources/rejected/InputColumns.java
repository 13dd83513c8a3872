package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(1500000000)
@Input(1500000000)
//     ^ error: [Input.Columns] input 2 of 2 (input2): up to this input a sample has 3,000,000,000 features, but they live in one array of at most 2,147,483,639.
// |      input1                 1500000000
// |  --> input2                 1500000000
// |      hidden1  1500000000 -> 1500000000  identity, add of input1, input2
// |      output            1500000000 -> 1  identity
// |  Hint: make this input or one before it smaller.
@Layer(from = {"input1", "input2"}, merge = Merge.ADD)
@Layer(size = 1)
public interface InputColumns extends Network {}
