package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

/** An attribute that is not there says nothing, so the size is missing too. */
@Input(4)
@Layer(sise = 3)
// <- error: [Layer.SizeMissing] layer 1 of 1 (output): size is missing.
// compiler: cannot find symbol
public interface UnknownAttribute extends Network {}
