package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3)
public sealed interface SealedInterface extends Network permits SealedInterface.Only {
//            ^ error: [Declaration.Sealed] SealedInterface: the interface is sealed, so the generated class may not implement it.
// |  Hint: remove 'sealed' and 'permits'.
    non-sealed interface Only extends SealedInterface {}
}
