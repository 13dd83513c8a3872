package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

/** Names with characters that mean something to the writer of sources, of layers that join pixels, convolve and pool. */
@Input(shape = {4, 4, 1}, name = "$L")
@Layer(size = 2, kernel = 3, padding = Padding.SAME, activation = Activation.TANH, name = "$T")
@Layer(from = {"$L", "$T", "$T"}, pool = 2, name = "$")
@Layer(size = 3, kernel = 2, activation = Activation.TANH, pooling = Pooling.GLOBAL_AVERAGE, name = "$W", dropout = 0.1f)
@Layer(size = 1, name = "$$")
public interface PixelNames extends Network {}
