import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

class swish {
    static float f(float z) {
        return z;
    }

    static float derivative(float z) {
        return 1;
    }
}

class TOPOLOGY extends swish {}

@Input(4)
@Layer(size = 8, function = swish.class)
//                          ^ error: [Layer.Function] layer 1 of 2 (hidden1): function is swish, which is named as variables and constants are, in the unnamed package, but the generated class calls its static methods f and derivative.
// |      input         4
// |  --> hidden1  4 -> 8  swish
// |      output   8 -> 3  TOPOLOGY
// |  Hint: name a class with these methods, which is not private and, in another package, public; in the unnamed package, call it as classes are called.
@Layer(size = 3, function = TOPOLOGY.class)
//                          ^ error: [Layer.Function] layer 2 of 2 (output): function is TOPOLOGY, which is named as variables and constants are, in the unnamed package, but the generated class calls its static methods f and derivative.
interface FunctionNames extends Network {}
