package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3)
public interface TypeParameters<T extends Number> extends Network {
//     ^ error: [Declaration.TypeParameters] TypeParameters: the interface has type parameters, but the arrays of a network are always float[].
// |  Hint: remove the type parameters.
    default void use(T number) {}
}

class Outer {
    @Input(4)
    @Layer(size = 3)
    private interface TwoMistakesAtOnePlace<T> extends Network {}
    //      ^ error: [Declaration.Private] TwoMistakesAtOnePlace: the interface is private or inside something private, so the generated class could not see it.
    //      ^ error: [Declaration.TypeParameters] TwoMistakesAtOnePlace: the interface has type parameters, but the arrays of a network are always float[].
}
