package demo;

import dev.netwright.annotations.*;


@Input(4)
@Layer(size = 3)
public interface NotANetwork {}
//     ^ error: [Declaration.Network] NotANetwork: the interface does not extend dev.netwright.runtime.Network, so it would have nothing to call.
// |  Hint: write: interface NotANetwork extends dev.netwright.runtime.Network

@Input(4)
@Layer(size = 3)
interface OtherSupertypes extends Runnable, Comparable<String> {}
// <- error: [Declaration.Network] OtherSupertypes: the interface does not extend dev.netwright.runtime.Network, so it would have nothing to call.
// |  Hint: write: interface OtherSupertypes extends Runnable, Comparable, dev.netwright.runtime.Network

class Lookalike {
    interface Network {}

    @Input(4)
    @Layer(size = 3)
    interface OfTheWrongPackage extends Network {}
    // <- error: [Declaration.Network] OfTheWrongPackage: the interface does not extend dev.netwright.runtime.Network, so it would have nothing to call.
    // |  Hint: write: interface OfTheWrongPackage extends dev.netwright.runtime.Network
}
