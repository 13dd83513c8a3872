package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
// ecj: Duplicate annotation of non-repeatable type @dev.netwright.annotations.Input. Only annotation types marked @Repeatable can be used multiple times at one target.
@Input(5)
// compiler: dev.netwright.annotations.Input is not a repeatable annotation type
@Layer(size = 3)
public interface TwoInputs extends Network {}
