package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 16, name = "first layer", activation = TANH)
//                       ^ error: [Layer.Name] layer 1 of 14 (hidden1): name is "first layer", which is no Java identifier, but members of the generated class are named after it.
@Layer(size = 16, name = "1st", activation = TANH)
//                       ^ error: [Layer.Name] layer 2 of 14 (hidden2): name is "1st", which is no Java identifier, but members of the generated class are named after it.
@Layer(size = 16, name = "", activation = TANH)
//                       ^ error: [Layer.Name] layer 3 of 14 (hidden3): name is "", which is empty, but members of the generated class are named after it.
@Layer(size = 16, name = " ", activation = TANH)
//                       ^ error: [Layer.Name] layer 4 of 14 (hidden4): name is " ", which is no Java identifier, but members of the generated class are named after it.
@Layer(size = 16, name = "class", activation = TANH)
//                       ^ error: [Layer.Name] layer 5 of 14 (hidden5): name is "class", which is a keyword of Java, but members of the generated class are named after it.
@Layer(size = 16, name = "_", activation = TANH)
//                       ^ error: [Layer.Name] layer 6 of 14 (hidden6): name is "_", which is a keyword of Java, but members of the generated class are named after it.
@Layer(size = 16, name = "true", activation = TANH)
//                       ^ error: [Layer.Name] layer 7 of 14 (hidden7): name is "true", which is a keyword of Java, but members of the generated class are named after it.
@Layer(size = 16, name = "a.b", activation = TANH)
//                       ^ error: [Layer.Name] layer 8 of 14 (hidden8): name is "a.b", which is no Java identifier, but members of the generated class are named after it.
@Layer(size = 16, name = "größe²", activation = TANH)
//                       ^ error: [Layer.Name] layer 9 of 14 (hidden9): name is "größe²", which is no Java identifier, but members of the generated class are named after it.
@Layer(size = 16, name = "line\nend", activation = TANH)
//                       ^ error: [Layer.Name] layer 10 of 14 (hidden10): name is "line\nend", which is no Java identifier, but members of the generated class are named after it.
@Layer(size = 16, name = "\"quoted\\\"", activation = TANH)
//                       ^ error: [Layer.Name] layer 11 of 14 (hidden11): name is "\"quoted\\\"", which is no Java identifier, but members of the generated class are named after it.
@Layer(size = 16, name = "zero\0inside", activation = TANH)
//                       ^ error: [Layer.Name] layer 12 of 14 (hidden12): name is "zero\u0000inside", which is no Java identifier, but members of the generated class are named after it.
@Layer(size = 16, name = "\uD83D\uDE00", activation = TANH)
//                       ^ error: [Layer.Name] layer 13 of 14 (hidden13): name is "😀", which is no Java identifier, but members of the generated class are named after it.
@Layer(size = 3, name = InvalidName.PREFIX + "head", activation = SOFTMAX)
//                      ^ error: [Layer.Name] layer 14 of 14 (output): name is "class-head", which is no Java identifier, but members of the generated class are named after it.
public interface InvalidName extends Network {
    String PREFIX = "class-";
}
