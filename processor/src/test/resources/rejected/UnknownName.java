package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(name = UNKNOWN, size = 3)
// compiler: cannot find symbol
public interface UnknownName extends Network {}
