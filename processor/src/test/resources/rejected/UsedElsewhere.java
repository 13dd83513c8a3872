package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 0)
//            ^ error: [Layer.Size] layer 1 of 1 (output): size is 0, but a layer needs at least 1 unit.
public interface UsedElsewhere extends Network {}

class User {
    UsedElsewhereNetwork network = UsedElsewhereNetwork.create(1);
    // compiler: cannot find symbol

    UsedElsewhereNetwork copy(UsedElsewhereNetwork other) {
    // compiler: cannot find symbol
        return other.copy();
    }
}
