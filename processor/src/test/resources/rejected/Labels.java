package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(labels = Species.class, activation = TANH)
//              ^ error: [Layer.LabelsHidden] layer 1 of 2 (hidden1): labels is Species, but this layer is no output, so its units stand for nothing that could have labels.
// |      input         4
// |  --> hidden1  4 -> 3  tanh
// |      output   3 -> 4  softmax
// |  Hint: give labels to an output, and here write the number of units: size = 16
@Layer(size = 4, labels = Species.class, activation = SOFTMAX)
//            ^ error: [Layer.LabelsSize] layer 2 of 2 (output): size is 4, but labels is Species, which has 3 constants.
// |      input         4
// |      hidden1  4 -> 3  tanh
// |  --> output   3 -> 4  softmax
// |  Hint: leave size out, or write size = 3.
public interface Labels extends Network {}

enum Species {
    SETOSA,
    VERSICOLOR {
        int bristles() {
            return 2;
        }
    },
    VIRGINICA;

    static final Species COMMON = SETOSA;
}

enum Nothing {}

@Input(4)
@Layer(labels = Nothing.class)
//              ^ error: [Layer.Labels] layer 1 of 1 (output): labels is Nothing, which is an enum without constants, but the generated class names its constants, one for each unit.
// |      input        4
// |  --> output  4 -> 0  identity
// |  Hint: name an enum with a constant for each class, which is not private and, in another package, public.
interface LabelsOfNothing extends Network {}

@Input(4)
@Layer(labels = Enum.class, size = 2)
//              ^ error: [Layer.Labels] layer 1 of 1 (output): labels is Enum, which is no enum, but the generated class names its constants, one for each unit.
interface LabelsOfNoEnum extends Network {}

class Outer {
    private enum Hidden {
        YES,
        NO
    }

    @Input(4)
    @Layer(labels = Hidden.class, activation = SOFTMAX)
    //              ^ error: [Layer.Labels] layer 1 of 1 (output): labels is Hidden, which is private, but the generated class names its constants, one for each unit.
    interface OfHidden extends Network {}
}
