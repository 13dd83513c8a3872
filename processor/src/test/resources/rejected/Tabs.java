package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

class Tabs {
	@Input(	0)
	//      ^ error: [Input.Size] Indented: the input has 0 features, but a sample needs at least 1.
	@Layer(size	= 0, activation =	LEAKY_RELU, alpha = 2)
	//                ^ error: [Layer.Size] layer 1 of 3 (hidden1): size is 0, but a layer needs at least 1 unit.
	//                                                          ^ error: [Layer.AlphaRange] layer 1 of 3 (hidden1): alpha is 2.0, but LEAKY_RELU needs one greater than 0 and less than 1: it is the slope below zero.
	@Layer
	// <- error: [Layer.SizeMissing] layer 2 of 3 (hidden2): size is missing.
		@Layer(name = "a b", size = 3)
		//            ^ error: [Layer.Name] layer 3 of 3 (output): name is "a b", which is no Java identifier, but members of the generated class are named after it.
	interface Indented extends Network {
		void abstractMethod();
		//   ^ error: [Method.Abstract] Indented: the abstract method abstractMethod() has no implementation: a generated class has those of Network alone.
	}
}
