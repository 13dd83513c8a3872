package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(0)
//     ^ error: [Input.Size] InsideANetwork: the input has 0 features, but a sample needs at least 1.
@Layer(size = 3)
public interface InsideANetwork extends Network {
    /** Its class would see the interface, and mistakes of both are reported. */
    @Input(3)
    @Layer(size = 0)
    //            ^ error: [Layer.Size] layer 1 of 1 (output): size is 0, but a layer needs at least 1 unit.
    interface Inside extends InsideANetwork {}
}
