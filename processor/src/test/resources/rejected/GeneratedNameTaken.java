package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3)
public interface GeneratedNameTaken extends Network {}
//     ^ error: [Declaration.GeneratedName] GeneratedNameTaken: the generated class would be called GeneratedNameTakenNetwork, but there is another type of that name.

class GeneratedNameTakenNetwork {}
