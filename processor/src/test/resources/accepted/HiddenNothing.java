package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3)
interface HiddenNothing extends Network {
    int dev = 1;
    int java = 2;
}
