package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(record = InputIndices.Rating.class)
//              ^ error: [Input.Indices] input 1 of 2 (input): every component of Rating is an index, so nothing of it is left for the input itself.
// |  --> input         ?
// |      user          1
// |      hidden1  1 -> 4  identity, table of 50 rows, from user
// |      output   4 -> 2  identity
// |  Hint: write an input for each index, such as @Input(value = 1, name = "user"), or let one be a feature.
@Layer(size = 4, embedding = 50, from = "user")
@Layer(size = 2)
public interface InputIndices extends Network {
    record Rating(@Feature(index = true) int user) {}
}
