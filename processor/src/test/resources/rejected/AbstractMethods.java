package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3)
public interface AbstractMethods extends Network, Scorer<String>, Named, AlsoNamed, WithDefault {
//     ^ error: [Method.Abstract] AbstractMethods: the abstract method Scorer.best(java.util.List,java.lang.String) has no implementation: a generated class has those of Network alone.
// |  Hint: give it a body with 'default', or remove it.
//     ^ error: [Method.Abstract] AbstractMethods: the abstract method Named.name() has no implementation: a generated class has those of Network alone.
    float score(float[] features);
    //    ^ error: [Method.Abstract] AbstractMethods: the abstract method score(float[]) has no implementation: a generated class has those of Network alone.

    <T> T generic(T t);
    //    ^ error: [Method.Abstract] AbstractMethods: the abstract method generic(java.lang.Object) has no implementation: a generated class has those of Network alone.

    Object clone();
    //     ^ error: [Method.Abstract] AbstractMethods: the abstract method clone() has no implementation: a generated class has those of Network alone.
}

interface Scorer<T> {
    T best(java.util.List<T> of, T otherwise);
}

interface Named {
    String name();
}

interface AlsoNamed {
    String name();
}

interface HasMore {
    int implementedBelow();
}

interface WithDefault extends HasMore {
    @Override
    default int implementedBelow() {
        return 1;
    }
}
