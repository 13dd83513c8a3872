package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

public class Indirect {
    interface Base extends Network {}

    @Input(4)
    @Layer(size = 3)
    protected interface Inner extends Base {}

    interface Holder {
        @Input(4)
        @Layer(size = 3)
        interface Inner extends Indirect.Inner {}
    }
}
