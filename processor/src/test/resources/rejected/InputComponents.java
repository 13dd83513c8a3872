package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(record = Many.class)
//              ^ error: [Input.Components] InputComponents: Many has more than 2,000 components, with those of the records in it.
// |  --> input        ?
// |      output  ? -> 1  identity
// |  Hint: put what belongs together into an array: @Feature(length = 1_000) float[] values
@Layer(size = 1)
public interface InputComponents extends Network {}

/** Of records in records there are soon more than anybody counts. */
record Many(R1 a, R1 b, R1 c, R1 d) {}

record R1(R2 a, R2 b, R2 c, R2 d) {}

record R2(R3 a, R3 b, R3 c, R3 d) {}

record R3(R4 a, R4 b, R4 c, R4 d) {}

record R4(R5 a, R5 b, R5 c, R5 d) {}

record R5(R6 a, R6 b, R6 c, R6 d) {}

record R6(R7 a, R7 b, R7 c, R7 d) {}

record R7(R8 a, R8 b, R8 c, R8 d) {}

record R8(float x) {}

@Input(record = InputComponentsLong.Long.class)
//              ^ error: [Input.Columns] InputComponentsLong: up to this input a sample has 4,000,000,000 features, but they live in one array of at most 2,147,483,639.
@Layer(size = 1)
interface InputComponentsLong extends Network {
    record Long(@Feature(length = 2_000_000_000) float[] a, @Feature(length = 2_000_000_000) float[] b) {}
}
