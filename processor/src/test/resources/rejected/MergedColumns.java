package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(2147483000)
@Layer(from = {"input", "input"})
//            ^ error: [Layer.Columns] layer 1 of 2 (hidden1): it merges 4,294,966,000 columns, but they live in one array of at most 2,147,483,639.
// |      input                  2147483000
// |  --> hidden1  4294966000 -> 4294966000  identity, from input, input
// |      output            4294966000 -> 1  identity
// |  Hint: merge fewer or smaller layers.
@Layer(size = 1)
public interface MergedColumns extends Network {}
