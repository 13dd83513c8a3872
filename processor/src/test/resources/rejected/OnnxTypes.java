package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.*;

@OnnxModel("iris.onnx")
@SuppressWarnings("rawtypes")
public interface OnnxTypes extends Classifier {}
//     ^ error: [Onnx.Types] OnnxTypes: the interface extends Classifier, but without type arguments nothing says what its samples and classes are.
// |  Hint: write: interface OnnxTypes extends Classifier<Flower, Species>, with a record of the features and an enum of the classes.

record Flower(float petal, int[] counts) {
    //                           ^ javac: error: [Component.LengthMissing] OfLengths: counts is int[], but how many features that makes is not declared.
    // |  --> input  ?
    // |  Hint: write how long each is: @Feature(length = 12) int[] counts
}

record Rows(int width, @Feature(index = true) int user) {
    //                                            ^ javac: error: [Component.Index] OfRows: index of user, which is int, is true, but an index is an input of its own, and the samples of a file with several inputs are no record.
    // |  Hint: remove index where a column of the file's only input is meant, or write: interface OfRows extends Network.
}

record Pair<T>(int one) {}

record Empty() {}

record Petal(float width) {}

enum Nothing {}

enum Species {
    SETOSA,
    VIRGINICA
}

@OnnxModel("iris.onnx")
@SuppressWarnings("rawtypes")
interface OfAnything extends Regressor {}
// <- error: [Onnx.Types] OfAnything: the interface extends Regressor, but without type arguments nothing says what its samples are.
// |  Hint: write: interface OfAnything extends Regressor<House>, with a record of the features.

@OnnxModel("iris.onnx")
interface OfTexts extends Classifier<String, Species> {}
// <- error: [Onnx.Types] OfTexts: the interface extends Classifier<String, Species>, but String is no record.
// |  Hint: let samples be a record whose components are the features, in the order of the file, that is not private and, in another package, public; or float[].

@OnnxModel("iris.onnx")
interface OfDoubles extends Regressor<double[]> {}
// <- error: [Onnx.Types] OfDoubles: the interface extends Regressor<double[]>, but double[] is no record.

@OnnxModel("iris.onnx")
interface OfPairs extends Classifier<Pair<Integer>, Nothing> {}
// <- error: [Onnx.Types] OfPairs: the interface extends Classifier<Pair, Nothing>, but Pair is a record with type parameters.
// <- error: [Onnx.Types] OfPairs: the interface extends Classifier<Pair, Nothing>, but Nothing is an enum without constants.
// |  Hint: let classes be an enum with a constant for each output, in the order of the file, that is not private and, in another package, public.

@OnnxModel("iris.onnx")
interface OfEmpty extends Regressor<Empty> {}
// <- error: [Onnx.Types] OfEmpty: the interface extends Regressor<Empty>, but Empty is a record without components.

class Outer {
    private record Hidden(int one) {}

    private enum HiddenSpecies {
        SETOSA
    }

    @OnnxModel("iris.onnx")
    interface OfHidden extends Classifier<Hidden, HiddenSpecies> {}
    // <- error: [Onnx.Types] OfHidden: the interface extends Classifier<Hidden, HiddenSpecies>, but Hidden is private.
    // <- error: [Onnx.Types] OfHidden: the interface extends Classifier<Hidden, HiddenSpecies>, but HiddenSpecies is private.
}

@OnnxModel("iris.onnx")
interface OfRows extends Regressor<Rows> {}
// <- ecj: error: [Component.Index] OfRows: index of user, which is int, is true, but an index is an input of its own, and the samples of a file with several inputs are no record.

@OnnxModel("iris.onnx")
interface OfLengths extends Regressor<Flower> {}
// <- ecj: error: [Component.LengthMissing] OfLengths: counts is int[], but how many features that makes is not declared.

interface Indirectly<T> extends Regressor<T> {}

@OnnxModel("iris.onnx")
interface OfAnothers extends Indirectly<Species> {}
// <- error: [Onnx.Types] OfAnothers: the interface extends Regressor<Species>, but Species is no record.

@OnnxModel("iris.onnx")
interface OfBoth extends Classifier<float[], Species>, Regressor<float[]> {
// <- error: [Declaration.Tasks] OfBoth: the interface extends both Classifier and Regressor, but a network either classifies or estimates.

    @Override
    OfBoth copy();
}

@OnnxModel("iris.onnx")
interface Clashes extends Classifier<Petal, Species> {
    default int dataset(java.util.List<String> samples, java.util.List<String> labels) {
        //      ^ error: [Method.Clash] Clashes: the method dataset(java.util.List,java.util.List) has the signature of a method that the generated class has itself.
        return samples.size() + labels.size();
    }
}
