package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

/** An array of 2,147,483,639 floats is the longest: one more, and it is a bias that makes it one more, is too long. */
@Input(1)
@Layer(size = 1_073_741_820)
//            ^ error: [Layer.Parameters] layer 1 of 1 (output): 1 x 1,073,741,820 weights and 1,073,741,820 biases make 2,147,483,640 parameters, but they live in one array of at most 2,147,483,639.
// |      input                 1
// |  --> output  1 -> 1073741820  identity
// |  Hint: make this layer or the one before it smaller.
public interface LayerParameters extends Network {}

@Input(100_000)
@Layer(size = 50_000, activation = Activation.TANH)
//            ^ error: [Layer.Parameters] layer 1 of 2 (hidden1): 100,000 x 50,000 weights and 50,000 biases make 5,000,050,000 parameters, but they live in one array of at most 2,147,483,639.
@Layer(size = 10)
interface LargeHidden extends Network {}

@Input(2_147_483_640)
@Layer(size = 1, bias = false)
//            ^ error: [Layer.Parameters] layer 1 of 1 (output): 2,147,483,640 x 1 weights make 2,147,483,640 parameters, but they live in one array of at most 2,147,483,639.
interface LargeInput extends Network {}

@Input(Integer.MAX_VALUE)
@Layer(size = Integer.MAX_VALUE)
//            ^ error: [Layer.Parameters] layer 1 of 1 (output): 2,147,483,647 x 2,147,483,647 weights and 2,147,483,647 biases make 4,611,686,016,279,904,256 parameters, but they live in one array of at most 2,147,483,639.
interface LargeBoth extends Network {}
