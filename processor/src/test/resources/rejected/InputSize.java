package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(0)
//     ^ error: [Input.Size] InputSize: the input has 0 features, but a sample needs at least 1.
// |  --> input        0
// |      output  0 -> 3  identity
// |  Hint: write the number of features of one sample: @Input(784)
@Layer(size = 3)
public interface InputSize extends Network {}

@Input(value = -784)
//             ^ error: [Input.Size] InputSizeNegative: the input has -784 features, but a sample needs at least 1.
@Layer(size = 3)
interface InputSizeNegative extends Network {}
