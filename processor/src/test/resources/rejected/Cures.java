package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.*;

/** What is meant can often be told from what stands around a mistake. */
interface Cures {
    @Input(shape = {8, 8, 2}, name = "image")
    @Layer(size = 2, kernel = 3, from = "image", name = "wide")
    @Layer(size = 3, kernel = 5, from = "image", name = "narrow")
    @Layer(from = {"wide", "narrow"}, name = "both")
    @Layer(activation = RELU, from = "both", name = "active")
    @Layer(size = 4, kernel = 3)
//                            ^ error: [Layer.WindowFlat] layer 5 of 5 (output): kernel is given, but the 120 columns that it reads are not arranged in pixels, because "both" merges "wide" with 6x6x2 values and "narrow" with 4x4x3 values.
// |      image            8x8x2
// |      wide    8x8x2 -> 6x6x2  identity, from image
// |      narrow  8x8x2 -> 4x4x3  identity, from image
// |      both        120 -> 120  identity, from wide, narrow
// |      active      120 -> 120  relu, from both
// |  --> output        120 -> ?  identity
// |  Hint: merge what has the same height and width, or remove kernel.
    interface FlatMerge extends Network {}

    @Input(shape = {8, 8, 2}, name = "image")
    @Input(value = 5, name = "flat")
    @Layer(size = 4, kernel = 3, from = {"image", "flat"})
//                            ^ error: [Layer.WindowFlat] layer 1 of 1 (output): kernel is given, but the 133 columns that it reads are not arranged in pixels, because it merges "image" with 8x8x2 values and "flat" with 5 columns.
// |      image      8x8x2
// |      flat           5
// |  --> output  133 -> ?  identity, from image, flat
// |  Hint: merge what has the same height and width, or remove kernel.
    interface FlatSource extends Network {}

    @Input(shape = {8, 8, 4}, name = "image")
    @Layer(size = 4, kernel = 3, residual = "image", name = "kept")
//                                          ^ error: [Layer.ResidualShape] layer 1 of 3 (kept): residual is "image", which has 8x8x4 values, but this layer has 6x6x4 values.
// |      image             8x8x4
// |  --> kept     8x8x4 -> 6x6x4  identity, + image
// |      widened  6x6x4 -> 4x4x6  identity, + kept
// |      output       4x4x6 -> 3  identity
// |  Hint: give this layer padding = Padding.SAME, or add another layer.
    @Layer(size = 6, kernel = 3, residual = "kept", name = "widened")
//                                          ^ error: [Layer.ResidualShape] layer 2 of 3 (widened): residual is "kept", which has 6x6x4 values, but this layer has 4x4x6 values.
// |      image             8x8x4
// |      kept     8x8x4 -> 6x6x4  identity, + image
// |  --> widened  6x6x4 -> 4x4x6  identity, + kept
// |      output       4x4x6 -> 3  identity
// |  Hint: give this layer padding = Padding.SAME and size = 4, or add another layer.
    @Layer(size = 3)
    interface PaddingOfAResidual extends Network {}

    @Input(shape = {8, 8, 4}, name = "image")
    @Layer(size = 6, kernel = 3, residual = "image", activation = RELU, name = "both")
//                                          ^ error: [Layer.ResidualShape] layer 1 of 4 (both): residual is "image", which has 8x8x4 values, but this layer has 6x6x6 values.
// |      image             8x8x4
// |  --> both     8x8x4 -> 6x6x6  relu, + image
// |      filters  8x8x4 -> 8x8x6  identity, from image, + image
// |      strided  8x8x4 -> 3x3x4  identity, from image, + image
// |      output         636 -> 3  identity, from both, filters, strided
// |  Hint: give this layer padding = Padding.SAME and size = 4, or add another layer.
    @Layer(size = 6, kernel = 3, padding = Padding.SAME, from = "image", residual = "image", name = "filters")
//                                                                                  ^ error: [Layer.ResidualShape] layer 2 of 4 (filters): residual is "image", which has 8x8x4 values, but this layer has 8x8x6 values.
// |      image             8x8x4
// |      both     8x8x4 -> 6x6x6  relu, + image
// |  --> filters  8x8x4 -> 8x8x6  identity, from image, + image
// |      strided  8x8x4 -> 3x3x4  identity, from image, + image
// |      output         636 -> 3  identity, from both, filters, strided
// |  Hint: give this layer size = 4, or add another layer.
    @Layer(size = 4, kernel = 3, stride = 2, from = "image", residual = "image", name = "strided")
//                                                                      ^ error: [Layer.ResidualShape] layer 3 of 4 (strided): residual is "image", which has 8x8x4 values, but this layer has 3x3x4 values.
// |      image             8x8x4
// |      both     8x8x4 -> 6x6x6  relu, + image
// |      filters  8x8x4 -> 8x8x6  identity, from image, + image
// |  --> strided  8x8x4 -> 3x3x4  identity, from image, + image
// |      output         636 -> 3  identity, from both, filters, strided
// |  Hint: give this layer the same shape, or add another layer.
    @Layer(size = 3, from = {"both", "filters", "strided"})
    interface FiltersOfAResidual extends Network {}

    @Input(4)
    @Layer(labels = Only.class, activation = SOFTMAX)
//                                           ^ error: [Layer.SoftmaxUnits] layer 1 of 1 (output): activation is SOFTMAX over 1 unit, which always gives 1.
// |      input        4
// |  --> output  4 -> 1  softmax
// |  Hint: one constant leaves nothing to choose: give labels an enum of two or more.
    interface OneConstant extends Classifier<float[], Only> {}

    enum Only {
        ONE
    }

    record Pair<T>(float x) {}

    @Input(record = Pair.class)
//                  ^ error: [Input.Record] Generic: record is Pair, which is a record with type parameters, but its components are the features of a sample.
// |  --> input        1
// |      output  1 -> 1  identity
// |  Hint: name a record of numbers, booleans, enums or records that is not private and, in another package, public.
    @Layer(size = 1)
    interface Generic<F> extends Regressor<Pair<F>> {}
    // <- error: [Declaration.TypeParameters] Generic: the interface has type parameters, but the arrays of a network are always float[].
// |  Hint: remove the type parameters.

    @Input(record = Pair.class)
//                  ^ error: [Input.Record] GenericRecord: record is Pair, which is a record with type parameters, but its components are the features of a sample.
// |  --> input        1
// |      output  1 -> 1  identity
// |  Hint: name a record of numbers, booleans, enums or records that is not private and, in another package, public.
    @Layer(size = 1)
    interface GenericRecord extends Regressor<Pair<String>> {}

    @Input(shape = {28, 28})
    @Layer(size = 4, kernel = {3, 3})
//                            ^ error: [Layer.WindowCount] layer 1 of 1 (output): kernel has 2 numbers, but what the layer reads, 28x28, has pixels in one dimension.
// |      input        28x28
// |  --> output  28x28 -> ?  identity
// |  Hint: write one number, kernel = 3; of an image the shape has three: {height, width, channels}
    interface TwoNumbers extends Network {}
}
