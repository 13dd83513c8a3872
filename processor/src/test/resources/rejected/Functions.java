package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

class Ramp {
    static float f(float z) {
        return z > 0 ? z : 0;
    }

    static float derivative(float z) {
        return z > 0 ? 1 : 0;
    }
}

@Input(4)
@Layer(size = 8, function = Ramp.class, activation = RELU)
//                                                   ^ error: [Layer.FunctionActivation] layer 1 of 3 (hidden1): activation is RELU, but the layer applies Ramp already, its function.
// |      input         4
// |  --> hidden1  4 -> 8  Ramp
// |      hidden2  8 -> 8  Ramp
// |      output   8 -> 3  identity
// |  Hint: remove activation, or remove function.
@Layer(size = 8, function = Ramp.class, alpha = 0.5f)
//                                              ^ error: [Layer.AlphaUnused] layer 2 of 3 (hidden2): alpha is 0.5, but Ramp takes no parameter.
// |      input         4
// |      hidden1  4 -> 8  Ramp
// |  --> hidden2  8 -> 8  Ramp
// |      output   8 -> 3  identity
// |  Hint: remove alpha, or make it a constant of Ramp.
@Layer(size = 3)
public interface Functions extends Network {}

class Nothing {}

class Doubles {
    static double f(double z) {
        return z;
    }

    static float derivative(Float z) {
        return z;
    }
}

class Inner extends Nothing {
    float f(float z) {
        return z;
    }

    private static float derivative(float z) {
        return z;
    }
}

class Results {
    static int f(float z) {
        return (int) z;
    }

    static void derivative(float z) {}
}

class Throws {
    static float f(float z) throws java.io.IOException {
        return z;
    }

    static float derivative(float z) throws ArithmeticException, Exception {
        return z;
    }
}

class NotInherited extends Inner implements Methods {
    static float f(float y, float z) {
        return z;
    }
}

interface Methods {
    static float derivative(float z) {
        return 1;
    }
}

@Input(4)
@Layer(size = 8, function = Nothing.class)
//                          ^ error: [Layer.FunctionMissing] layer 1 of 6 (hidden1): function is Nothing, but that has no method f(float).
//                          ^ error: [Layer.FunctionMissing] layer 1 of 6 (hidden1): function is Nothing, but that has no method derivative(float).
@Layer(size = 8, function = Doubles.class)
//                          ^ error: [Layer.FunctionMissing] layer 2 of 6 (hidden2): function is Doubles, but that has no method f(float), only f(double).
//                          ^ error: [Layer.FunctionMissing] layer 2 of 6 (hidden2): function is Doubles, but that has no method derivative(float), only derivative(java.lang.Float).
@Layer(size = 8, function = Inner.class)
//                          ^ error: [Layer.FunctionMethod] layer 3 of 6 (hidden3): function is Inner, whose method f(float) is not static, but the generated class calls it for every unit and takes a float.
//                          ^ error: [Layer.FunctionMethod] layer 3 of 6 (hidden3): function is Inner, whose method derivative(float) is private, but the generated class calls it for every unit and takes a float.
@Layer(size = 8, function = Results.class)
//                          ^ error: [Layer.FunctionMethod] layer 4 of 6 (hidden4): function is Results, whose method f(float) returns int, but the generated class calls it for every unit and takes a float.
//                          ^ error: [Layer.FunctionMethod] layer 4 of 6 (hidden4): function is Results, whose method derivative(float) returns void, but the generated class calls it for every unit and takes a float.
@Layer(size = 8, function = Throws.class)
//                          ^ error: [Layer.FunctionMethod] layer 5 of 6 (hidden5): function is Throws, whose method f(float) throws java.io.IOException, but the generated class calls it for every unit and takes a float.
//                          ^ error: [Layer.FunctionMethod] layer 5 of 6 (hidden5): function is Throws, whose method derivative(float) throws java.lang.Exception, but the generated class calls it for every unit and takes a float.
@Layer(size = 8, function = NotInherited.class)
//                          ^ error: [Layer.FunctionMethod] layer 6 of 6 (output): function is NotInherited, whose method f(float) is not static, but the generated class calls it for every unit and takes a float.
//                          ^ error: [Layer.FunctionMissing] layer 6 of 6 (output): function is NotInherited, but that has no method derivative(float).
interface FunctionMethods extends Network {}

@Input(4)
@Layer(size = 8, function = int.class)
//                          ^ error: [Layer.Function] layer 1 of 2 (hidden1): function is int, which is no class, but the generated class calls its static methods f and derivative.
// |      input         4
// |  --> hidden1  4 -> 8  identity
// |      output   8 -> 3  Hidden
// |  Hint: name a class with the methods public static float f(float z) and public static float derivative(float z).
@Layer(size = 3, function = FunctionOfNoClass.Hidden.class)
interface FunctionOfNoClass extends Network {
    class Hidden extends Ramp {}
}

class Outside {
    private static class Hidden extends Ramp {}

    @Input(4)
    @Layer(size = 3, function = Hidden.class)
    //                          ^ error: [Layer.Function] layer 1 of 1 (output): function is Hidden, which is private, but the generated class calls its static methods f and derivative.
    interface OfHidden extends Network {}
}

class Half {
    static float f(float z) {
        return z / 2;
    }
}

class Object1 {
    static float f(float z) {
        return z;
    }

    float derivative(float z) {
        return 1;
    }
}

@Input(4)
@Layer(size = 8, function = Half.class)
//                          ^ error: [Layer.FunctionMissing] layer 1 of 2 (hidden1): function is Half, but that has no method derivative(float).
// |      input         4
// |  --> hidden1  4 -> 8  Half
// |      output   8 -> 3  Object1
// |  Hint: write in Half: public static float derivative(float z) { ... }, which gives the slope of f at z.
@Layer(size = 3, function = Object1.class)
//                          ^ error: [Layer.FunctionMethod] layer 2 of 2 (output): function is Object1, whose method derivative(float) is not static, but the generated class calls it for every unit and takes a float.
// |      input         4
// |      hidden1  4 -> 8  Half
// |  --> output   8 -> 3  Object1
// |  Hint: let it be: public static float derivative(float z), without checked exceptions.
interface OneMethodWrong extends Network {}

@Input(4)
@Layer(function = Ramp.class)
// <- error: [Layer.SizeMissing] layer 1 of 2 (hidden1): size is missing.
@Layer(size = 3)
interface FunctionWithoutSize extends Network {}

@Input(4)
@Layer(labels = Kind.class, function = Ramp.class)
//                                     ^ error: [Layer.Probabilities] layer 1 of 1 (output): function is Ramp, but the outputs of a Classifier are probabilities that add up to 1.
interface FunctionOfClassifier extends dev.netwright.runtime.Classifier<float[], Kind> {}

enum Kind {
    ONE,
    OTHER
}
