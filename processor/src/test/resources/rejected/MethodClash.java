package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3)
public interface MethodClash extends Network, Predicting {
//     ^ error: [Method.Clash] MethodClash: the method Predicting.predict(float[]) has the signature of a method that the generated class has itself.
// |  Hint: rename it, or remove it.
    default MethodClash create(long seed) {
    //                  ^ error: [Method.Clash] MethodClash: the method create(long) has the signature of a method that the generated class has itself.
        return this;
    }

    float[] of(float[] values);
    //      ^ error: [Method.Clash] MethodClash: the method of(float[]) has the signature of a method that the generated class has itself.

    default void buildTopology() {}
    //           ^ error: [Method.Clash] MethodClash: the method buildTopology() has the signature of a method that the generated class has itself.

    @Override
    default int inputSize() {
    //          ^ error: [Method.Clash] MethodClash: the method inputSize() has the signature of a method that the generated class has itself.
        return 4;
    }

    default int largest(float[] values) {
    //          ^ error: [Method.Clash] MethodClash: the method largest(float[]) has the signature of a method that the generated class has itself.
        return 0;
    }

    static MethodClash create(int seed) {
        throw new UnsupportedOperationException();
    }
}

interface Predicting extends Network {
    @Override
    default float[] predict(float[] input) {
        return input;
    }
}
