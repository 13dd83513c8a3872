package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

public interface GeneratedNameTwice {
    @Input(4)
    @Layer(size = 3)
    interface Inner extends Network {}
}

@Input(4)
@Layer(size = 3)
interface GeneratedNameTwice_Inner extends Network {}
// <- error: [Declaration.GeneratedName] GeneratedNameTwice_Inner: the generated class would be called GeneratedNameTwice_InnerNetwork, but there is one already, of another interface, another processor or an earlier compilation.
