package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(value = 4, name = "state")
@Input(value = 2, name = "action")
// <- error: [Input.Unread] input 2 of 2 (action): no layer reads the input "action", so the network would not depend on it.
// |      state         4
// |  --> action        2
// |      hidden1  4 -> 3  tanh, from state
// |      output   3 -> 2  identity
// |  Hint: name it in a layer, from = "action", or remove it.
@Layer(size = 3, activation = TANH, from = "state")
@Layer(size = 2)
public interface InputUnread extends Network {}
