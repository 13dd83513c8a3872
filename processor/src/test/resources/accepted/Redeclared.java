package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

/** Methods that the generated class has anyway, said again by the interface and by others that know no network. */
@Input(4)
@Layer(size = 3)
public interface Redeclared extends Network, Scorer<float[]>, Sized {
    @Override
    int inputSize();

    @Override
    float[] predict(float[] features);

    @Override
    String toString();

    @Override
    boolean equals(Object other);
}

interface Scorer<T> {
    T predict(T features);
}

interface Sized {
    Object parameters();
}
