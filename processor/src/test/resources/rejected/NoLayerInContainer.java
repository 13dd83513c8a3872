package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(784)
@Layers({})
public interface NoLayerInContainer extends Network {}
//     ^ error: [Network.NoLayer] NoLayerInContainer: the network has no layer: @Layer is missing.
