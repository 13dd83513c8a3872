package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input
// compiler: annotation @dev.netwright.annotations.Input is missing a default value for the element 'value'
@Layer(size = 3)
public interface InputWithoutValue extends Network {}
