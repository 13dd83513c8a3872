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

class rows extends swish {}

class hidden1Dz extends swish {}

@Input(4)
@Layer(size = 8, function = rows.class)
//                          ^ error: [Layer.Function] layer 1 of 4 (hidden1): function is rows, which is called as something else is in the generated class, but the generated class calls its static methods f and derivative.
// |      input         4
// |  --> hidden1  4 -> 8  rows
// |      hidden2  8 -> 8  swish
// |      hidden3  8 -> 8  TOPOLOGY
// |      output   8 -> 3  hidden1Dz
// |  Hint: rename rows, for example to Rows.
@Layer(size = 8, function = swish.class)
@Layer(size = 8, function = TOPOLOGY.class)
//                          ^ error: [Layer.Function] layer 3 of 4 (hidden3): function is TOPOLOGY, which is called as something else is in the generated class, but the generated class calls its static methods f and derivative.
@Layer(size = 3, function = hidden1Dz.class)
//                          ^ error: [Layer.Function] layer 4 of 4 (output): function is hidden1Dz, which is called as something else is in the generated class, but the generated class calls its static methods f and derivative.
interface FunctionNames extends Network {}
