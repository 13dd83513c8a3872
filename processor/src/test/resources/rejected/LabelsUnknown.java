package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(labels = Unknown.class, activation = SOFTMAX)
// compiler: cannot find symbol
public interface LabelsUnknown extends Network {}

@Input(4)
@Layer(labels = String.class, activation = SOFTMAX)
// compiler: incompatible types
interface LabelsOfNoEnumType extends Network {}
