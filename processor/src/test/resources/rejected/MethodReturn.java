package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

import dev.netwright.runtime.GeneratedPass;

@Input(4)
@Layer(size = 3)
public interface MethodReturn extends Network, Described {
//     ^ error: [Method.Abstract] MethodReturn: the abstract method Described.predict(java.lang.String) has no implementation: a generated class has those of Network alone.
//     ^ error: [Method.Abstract] MethodReturn: the abstract method Described.parameters(int) has no implementation: a generated class has those of Network alone.
    @Override
    Special newPass(int capacity);
    //      ^ error: [Method.Return] MethodReturn: the method newPass(int) returns demo.MethodReturn.Special, but that of the generated class returns dev.netwright.runtime.Pass.
    // |  Hint: let it return what Network says, or remove it.

    @Override
    Other copy();
    //    ^ error: [Method.Return] MethodReturn: the method copy() returns demo.MethodReturn.Other, but that of the generated class returns MethodReturnNetwork.

    abstract class Special extends GeneratedPass {
        Special() {
            super(null, 1);
        }
    }

    interface Other extends Network {}
}

interface Described {
    int predict(String text);

    StringBuilder parameters(int from);
}
