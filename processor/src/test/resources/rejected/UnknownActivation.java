package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3, activation = Activation.RELUX)
// compiler: cannot find symbol
public interface UnknownActivation extends Network {}
