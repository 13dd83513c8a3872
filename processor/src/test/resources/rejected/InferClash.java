package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(value = 1, name = "x")
@Input(value = 1, name = "y")
@Layer(from = {"x", "y"}, merge = Merge.MULTIPLY)
public interface InferClash extends Network {
    default float[] infer(float[] left, float[] right) {
//                  ^ error: [Method.Clash] InferClash: the method infer(float[],float[]) has the signature of a method that the generated class has itself.
        return left;
    }
}
