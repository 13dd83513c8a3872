package demo;

import static dev.netwright.annotations.Activation.*;
import static dev.netwright.annotations.Normalization.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 1, normalize = LAYER, activation = TANH)
//                           ^ error: [Layer.NormalizeUnits] layer 1 of 3 (hidden1): normalize is LAYER over 1 unit, which always gives 0 before its shift.
// |      input         4
// |  --> hidden1  4 -> 1  layer norm, tanh
// |      hidden2  1 -> 1  layer norm, identity
// |      output   1 -> 2  identity
// |  Hint: remove normalize, or give the layer more units.
@Layer(normalize = LAYER)
//                 ^ error: [Layer.NormalizeUnits] layer 2 of 3 (hidden2): normalize is LAYER over 1 unit, which always gives 0 before its shift.
@Layer(size = 2)
public interface NormalizeUnits extends Network {}
