package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

public final class Nested {
    interface Holder {
        @Input(4)
        @Layer(size = 0)
        //            ^ error: [Layer.Size] layer 1 of 1 (output): size is 0, but a layer needs at least 1 unit.
        interface Inner extends Network {
            void abstractMethod();
            //   ^ error: [Method.Abstract] Inner: the abstract method abstractMethod() has no implementation: a generated class has those of Network alone.
        }
    }
}
