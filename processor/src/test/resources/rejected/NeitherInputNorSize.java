package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

/** A single layer comes without a container. */
@Layer
// <- error: [Layer.SizeMissing] layer 1 of 1 (output): size is missing.
public interface NeitherInputNorSize extends Network {}
//     ^ error: [Network.NoInput] NeitherInputNorSize: the network has no input: @Input is missing.
