package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(value = 1, name = "Class")
@Input(value = 2, name = "Float")
@Input(value = 3, name = "sample")
@Input(value = 4, name = "samples")
@Input(value = 5, name = "rows")
@Input(value = 1, name = "rows_")
@Input(value = 2, name = "INPUTS")
@Input(value = 3, name = "X")
@Input(value = 4, name = "x")
@Input(value = 5, name = "X_COLUMNS")
@Input(value = 1, name = "inputs")
@Input(value = 2, name = "p")
@Input(value = 3, name = "capacity")
@Input(value = 4, name = "parameters")
@Input(value = 5, name = "TOPOLOGY")
@Input(value = 1, name = "inputGradients")
@Layer(
        size = 3,
        activation = TANH,
        from = {
            "Class", "Float", "sample", "samples", "rows", "rows_", "INPUTS", "X", "x", "X_COLUMNS", "inputs", "p", "capacity",
            "parameters", "TOPOLOGY", "inputGradients"
        })
@Layer(size = 2)
public interface InputNames extends Network {}
