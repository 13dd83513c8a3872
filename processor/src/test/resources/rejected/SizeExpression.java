package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(SizeExpression.FEATURES)
//     ^ error: [Input.Size] SizeExpression: the input has 0 features, but a sample needs at least 1.
@Layer(size = SizeExpression.HIDDEN, activation = TANH)
//            ^ error: [Layer.Size] layer 1 of 8 (hidden1): size is -8, but a layer needs at least 1 unit.
@Layer(size = 2 * SizeExpression.HIDDEN, activation = TANH)
//            ^ error: [Layer.Size] layer 2 of 8 (hidden2): size is -16, but a layer needs at least 1 unit.
@Layer(size = (1 - 2), activation = TANH)
//            ^ error: [Layer.Size] layer 3 of 8 (hidden3): size is -1, but a layer needs at least 1 unit.
@Layer(size = SizeExpression.IS_WIDE ? 64 : 0, activation = TANH)
//            ^ error: [Layer.Size] layer 4 of 8 (hidden4): size is 0, but a layer needs at least 1 unit.
@Layer(size = demo.SizeExpression.HIDDEN + 8, activation = TANH)
//            ^ error: [Layer.Size] layer 5 of 8 (hidden5): size is 0, but a layer needs at least 1 unit.
@Layer(size = (int) 0.5, activation = TANH)
//            ^ error: [Layer.Size] layer 6 of 8 (hidden6): size is 0, but a layer needs at least 1 unit.
@Layer(size = 'a' - 97, activation = TANH)
//            ^ error: [Layer.Size] layer 7 of 8 (hidden7): size is 0, but a layer needs at least 1 unit.
@Layer(size = 8)
public interface SizeExpression extends Network {
    int FEATURES = 0;
    int HIDDEN = -8;
    boolean IS_WIDE = false;
}
