import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(record = Flower.class)
//              ^ error: [Declaration.HiddenType] HiddenTypes: the generated class cannot name Flower: it inherits a member type of the interface with that name, and in the unnamed package there is no other.
// |  Hint: rename one of the two, or put them into a package.
@Layer(labels = Species.class, activation = SOFTMAX)
//              ^ error: [Declaration.HiddenType] HiddenTypes: the generated class cannot name Species: it inherits a member type of the interface with that name, and in the unnamed package there is no other.
public interface HiddenTypes extends Network {
    interface Flower {}

    interface Species {}
}

record Flower(float petal) {}

enum Species {
    SETOSA,
    VIRGINICA
}
