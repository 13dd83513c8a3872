package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 0)
public interface UnknownSupertype extends Unknown {}
// compiler: cannot find symbol

@Input(4)
@Layer(size = 0)
interface UnknownAbove extends Middle {}
// ecj: The hierarchy of the type UnknownAbove is inconsistent

interface Middle extends Unknown, Network {}
// compiler: cannot find symbol

@Input(4)
@Layer(size = 0)
//            ^ error: [Layer.Size] layer 1 of 1 (output): size is 0, but a layer needs at least 1 unit.
interface Unconcerned extends Network {}
