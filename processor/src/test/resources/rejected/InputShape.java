package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

interface InputShape {
    @Input(shape = {})
//                 ^ error: [Input.Shape] None: shape has no number, but pixels are arranged in one dimension or in two, with channels.
// |  --> input        ?
// |      output  ? -> 3  identity
// |  Hint: write {length, channels} or {height, width, channels}; for features without an arrangement @Input(784)
    @Layer(size = 3)
    interface None extends Network {}

    @Input(shape = 28)
//                 ^ error: [Input.Shape] One: shape has one number, but pixels are arranged in one dimension or in two, with channels.
    @Layer(size = 3)
    interface One extends Network {}

    @Input(shape = {3, 28, 28, 1})
//                 ^ error: [Input.Shape] Four: shape has 4 numbers, but pixels are arranged in one dimension or in two, with channels.
    @Layer(size = 3)
    interface Four extends Network {}

    @Input(shape = {28, 0, -1})
//                      ^ error: [Input.ShapeSize] Sides: shape has the number 0, but every one is at least 1.
// |  --> input        28x0x-1
// |      output  28x0x-1 -> 3  identity
// |  Hint: write a positive number: shape = {28, 28, 1}
//                         ^ error: [Input.ShapeSize] Sides: shape has the number -1, but every one is at least 1.
    @Layer(size = 3)
    interface Sides extends Network {}

    @Input(
            value = 784,
//                  ^ error: [Input.SizeTwice] Twice: value is 784, but shape says how many features a sample has, too.
// |  --> input        28x28x1
// |      output  28x28x1 -> 3  identity
// |  Hint: remove one of the two.
            shape = {28, 28, 1})
    @Layer(size = 3)
    interface Twice extends Network {}

    @Input(shape = {2147483647, 2147483647, 2147483647})
//                 ^ error: [Input.Columns] Huge: up to this input a sample has 9,223,372,036,854,775,807 features, but they live in one array of at most 2,147,483,639.
// |  --> input        2147483647x2147483647x2147483647
// |      output  2147483647x2147483647x2147483647 -> 3  identity
// |  Hint: make this input or one before it smaller.
    @Layer(size = 3)
    interface Huge extends Network {}
}
