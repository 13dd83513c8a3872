package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

public class PrivateInterface {
    @Input(4)
    @Layer(size = 3)
    private interface Inner extends Network {}
    //      ^ error: [Declaration.Private] Inner: the interface is private or inside something private, so the generated class could not see it.
    // |  Hint: remove 'private', or move the interface out.

    private static class Hidden {
        @Input(4)
        @Layer(size = 0)
        //            ^ error: [Layer.Size] layer 1 of 1 (output): size is 0, but a layer needs at least 1 unit.
        public interface Inner extends Network {}
        //     ^ error: [Declaration.Private] Inner: the interface is private or inside something private, so the generated class could not see it.
    }
}
