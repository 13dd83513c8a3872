package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
@Input(1)
// <- error: [Input.Count] input 65 of 65 (input65): the network has 65 inputs, but one class takes at most 64.
// |      input1         1
// |      input2         1
// |      input3         1
// |      input4         1
// |      input5         1
// |      input6         1
// |      input7         1
// |      input8         1
// |      input9         1
// |      input10        1
// |      input11        1
// |      input12        1
// |      input13        1
// |      input14        1
// |      input15        1
// |      input16        1
// |      input17        1
// |      input18        1
// |      input19        1
// |      input20        1
// |      input21        1
// |      input22        1
// |      input23        1
// |      input24        1
// |      input25        1
// |      input26        1
// |      input27        1
// |      input28        1
// |      input29        1
// |      input30        1
// |      input31        1
// |      input32        1
// |      input33        1
// |      input34        1
// |      input35        1
// |      input36        1
// |      input37        1
// |      input38        1
// |      input39        1
// |      input40        1
// |      input41        1
// |      input42        1
// |      input43        1
// |      input44        1
// |      input45        1
// |      input46        1
// |      input47        1
// |      input48        1
// |      input49        1
// |      input50        1
// |      input51        1
// |      input52        1
// |      input53        1
// |      input54        1
// |      input55        1
// |      input56        1
// |      input57        1
// |      input58        1
// |      input59        1
// |      input60        1
// |      input61        1
// |      input62        1
// |      input63        1
// |      input64        1
// |  --> input65        1
// |      hidden1  64 -> 3  tanh, from input1, input2, input3, input4, ...
// |      output    4 -> 2  identity, from hidden1, input65
// |  Hint: put features that belong together into one input.
@Layer(size = 3, activation = TANH, from = {"input1", "input2", "input3", "input4", "input5", "input6", "input7", "input8", "input9", "input10", "input11", "input12", "input13", "input14", "input15", "input16", "input17", "input18", "input19", "input20", "input21", "input22", "input23", "input24", "input25", "input26", "input27", "input28", "input29", "input30", "input31", "input32", "input33", "input34", "input35", "input36", "input37", "input38", "input39", "input40", "input41", "input42", "input43", "input44", "input45", "input46", "input47", "input48", "input49", "input50", "input51", "input52", "input53", "input54", "input55", "input56", "input57", "input58", "input59", "input60", "input61", "input62", "input63", "input64"})
@Layer(size = 2, from = {"hidden1", "input65"})
public interface InputCount extends Network {}
