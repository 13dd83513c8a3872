package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Deprecated
@Layer(
        size = 16,
        activation = RELU,
        alpha = 0.1f,
        //      ^ error: [Layer.AlphaUnused] layer 1 of 2 (hidden1): alpha is 0.1, but RELU takes no parameter.
        name = "not a name")
        //     ^ error: [Layer.Name] layer 1 of 2 (hidden1): name is "not a name", which is no Java identifier, but members of the generated class are named after it.
@SuppressWarnings("unused")
@Layer(
        name = "output",
        size = 0)
        //     ^ error: [Layer.Size] layer 2 of 2 (output): size is 0, but a layer needs at least 1 unit.
public interface OverManyLines extends Network {}
