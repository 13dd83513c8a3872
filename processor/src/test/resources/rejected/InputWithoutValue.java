package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input
// <- error: [Input.SizeMissing] InputWithoutValue: the input says neither how many features a sample has nor how they are arranged.
// |  --> input        ?
// |      output  ? -> 3  identity
// |  Hint: write the number of features, @Input(784), their arrangement, @Input(shape = {28, 28, 1}), or a record that has them.
@Layer(size = 3)
public interface InputWithoutValue extends Network {}
