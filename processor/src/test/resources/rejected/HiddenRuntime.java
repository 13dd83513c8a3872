package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3)
public interface HiddenRuntime extends Network {
//     ^ error: [Declaration.HiddenType] HiddenRuntime: the generated class cannot name Kernels: in it Kernels means something else, and so does dev, with which the full name starts.
// |  Hint: rename one of them.
    int dev = 1;

    interface Kernels {}
}
