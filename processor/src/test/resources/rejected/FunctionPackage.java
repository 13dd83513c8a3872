package rows;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

class p {
    static float f(float z) {
        return z;
    }

    static float derivative(float z) {
        return 1;
    }
}

class Swish extends p {}

@Input(4)
@Layer(size = 8, function = Swish.class)
@Layer(size = 3, function = p.class)
//                          ^ error: [Layer.Function] layer 2 of 2 (output): function is p, which is called as something else is in the generated class, and so is the start of its package, but the generated class calls its static methods f and derivative.
// |      input         4
// |      hidden1  4 -> 8  Swish
// |  --> output   8 -> 3  p
// |  Hint: rename p, for example to PClass.
interface FunctionPackage extends Network {}
