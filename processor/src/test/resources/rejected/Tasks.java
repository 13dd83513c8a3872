package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.*;

@Input(record = Flower.class)
@Layer(size = 3, activation = SOFTMAX)
// <- error: [Layer.LabelsMissing] layer 1 of 1 (output): labels is missing, but a Classifier must know which classes the outputs of its last layer stand for.
// |      input        1
// |  --> output  1 -> 3  softmax
// |  Hint: write the enum instead of a size: labels = Species.class
public interface Tasks extends Classifier<Flower, Species> {}

record Flower(float petal) {}

enum Species {
    SETOSA,
    VIRGINICA
}

@Input(record = Flower.class)
@Layer(labels = Species.class, activation = SIGMOID)
//                                          ^ error: [Layer.Probabilities] layer 1 of 1 (output): activation is SIGMOID, but the outputs of a Classifier are probabilities that add up to 1.
// |      input        1
// |  --> output  1 -> 2  sigmoid
// |  Hint: write activation = SOFTMAX without a residual, for two classes too.
interface WithoutProbabilities extends Classifier<Flower, Species> {}

@Input(2)
@Layer(labels = Species.class, activation = SOFTMAX, residual = "input")
//                                                              ^ error: [Layer.Probabilities] layer 1 of 1 (output): residual "input" is added to SOFTMAX, but the outputs of a Classifier are probabilities that add up to 1.
interface WithResidual extends Classifier<float[], Species> {}

@Input(shape = {4, 4, 1})
@Layer(labels = Species.class, kernel = 3, activation = TANH)
//              ^ error: [Layer.LabelsSize] layer 1 of 1 (output): the output has 2x2x2 values, but labels is Species, which has 2 constants.
// |      input            4x4x1
// |  --> output  4x4x1 -> 2x2x2  tanh
// |  Hint: pool all pixels, pooling = GLOBAL_AVERAGE, or remove the kernel.
interface LabelledPixels extends Network {}

@Input(value = 4, record = Flower.class)
//             ^ error: [Input.SizeTwice] SaidTwice: value is 4, but record says how many features a sample has, too.
@Layer(size = 2)
interface SaidTwice extends Network {}

@Input(shape = {4, 4, 1}, record = Flower.class)
//             ^ error: [Input.SizeTwice] SaidTwice2: shape is 4x4x1, but record says how many features a sample has, too.
@Layer(size = 2)
interface SaidTwice2 extends Network {}

@Input(record = Flower.class)
@Layer(size = 2)
//            ^ error: [Layer.Estimate] layer 1 of 1 (output): the last layer has 2 units, but a Regressor estimates one number.
// |      input        1
// |  --> output  1 -> 2  identity
// |  Hint: write size = 1, or extend Network to estimate several.
interface TwoEstimates extends Regressor<Flower> {}

@Input(record = Flower.class)
@Input(value = 3, name = "more")
@Layer(size = 1, from = {"input1", "more"})
interface TwoSamples extends Regressor<Flower> {}
// <- error: [Declaration.Sample] TwoSamples: a Regressor takes one sample and gives one output, but the network has 2 inputs.
// |  Hint: put all features into one record and leave one output, or extend Network and call infer(...).

@Input(record = Flower.class)
@Layer(size = 4, output = true)
@Layer(size = 1)
interface TwoOutputs extends Regressor<Flower> {}
// <- error: [Declaration.Sample] TwoOutputs: a Regressor takes one sample and gives one output, but the network has 2 outputs.

@Input(record = Flower.class)
@Layer(labels = Species.class, activation = SOFTMAX)
interface OfOtherLabels extends Classifier<Flower, Thread.State> {}
// <- error: [Declaration.TypeArguments] OfOtherLabels: the interface extends Classifier<Flower, State>, but its input and its labels make it a Classifier<Flower, Species>.
// |  Hint: write: interface OfOtherLabels extends Classifier<Flower, Species>

@Input(4)
@Layer(size = 1)
interface OfNoRecord extends Regressor<Flower> {}
// <- error: [Declaration.TypeArguments] OfNoRecord: the interface extends Regressor<Flower>, but its input and its labels make it a Regressor<float[]>.

@Input(record = Flower.class)
@Layer(size = 1)
interface OfArrays extends Regressor<float[]> {}
// <- error: [Declaration.TypeArguments] OfArrays: the interface extends Regressor<float[]>, but its input and its labels make it a Regressor<Flower>.

@Input(record = Flower.class)
@Layer(size = 1)
@SuppressWarnings("rawtypes")
interface OfAnything extends Regressor {}
// <- error: [Declaration.TypeArguments] OfAnything: the interface extends Regressor, but its input and its labels make it a Regressor<Flower>.

@Input(record = Flower.class)
@Layer(labels = Species.class, activation = SOFTMAX)
interface OfBoth extends Classifier<Flower, Species>, Regressor<Flower> {
// <- error: [Declaration.Tasks] OfBoth: the interface extends both Classifier and Regressor, but a network either classifies or estimates.
// |  Hint: extend one of the two, or extend Network and declare an output for each: output = true

    @Override
    OfBoth copy();
}

@Input(value = 3, name = "words")
@Layer(labels = Species.class, embedding = 5)
//              ^ error: [Layer.LabelsSize] layer 1 of 1 (output): the output has 6 columns, but labels is Species, which has 2 constants.
// |      words        3
// |  --> output  3 -> 6  identity, table of 5 rows
// |  Hint: let one feature pick a row, or give labels to a layer below that reads this one.
interface LabelledRows extends Network {}

interface Indirectly<T> extends Regressor<T> {}

@Input(record = Flower.class)
@Layer(size = 1)
interface OfAnothers extends Indirectly<Species> {}
// <- error: [Declaration.TypeArguments] OfAnothers: the interface extends Regressor<Species>, but its input and its labels make it a Regressor<Flower>.
