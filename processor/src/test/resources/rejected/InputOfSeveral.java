package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(value = 0, name = "state")
//             ^ error: [Input.Size] input 1 of 2 (state): the input has 0 features, but a sample needs at least 1.
@Input(value = 2, name = "an action")
//                       ^ error: [Input.Name] input 2 of 2 (input2): the input's name is "an action", which is no Java identifier, but members of the generated class are named after it.
@Layer(size = 3, activation = TANH, from = "state")
@Layer(size = 2, from = {"hidden1", "input2"})
public interface InputOfSeveral extends Network {}
