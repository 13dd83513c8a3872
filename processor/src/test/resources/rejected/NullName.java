package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(name = null, size = 3)
// compiler: element value must be a constant expression
public interface NullName extends Network {}
