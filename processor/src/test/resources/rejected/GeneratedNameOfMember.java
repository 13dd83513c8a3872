package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3)
public interface GeneratedNameOfMember extends Network {
//     ^ error: [Declaration.GeneratedName] GeneratedNameOfMember: the generated class would be called GeneratedNameOfMemberNetwork, but a member type of the interface has that name and would hide it.
// |  Hint: rename the interface or the other type, or clean the build.
    class GeneratedNameOfMemberNetwork {}
}
