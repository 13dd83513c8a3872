package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(record = Record.class)
//              ^ error: [Input.Record] InputRecord: record is Record, which is no record, but its components are the features of a sample.
// |  --> input        ?
// |      output  ? -> 3  softmax
// |  Hint: name a record of numbers, booleans, enums or records that is not private and, in another package, public.
@Layer(size = 3, activation = SOFTMAX)
public interface InputRecord extends Network {}

@Input(record = InputRecordEmpty.Empty.class)
//              ^ error: [Input.Record] InputRecordEmpty: record is Empty, which is a record without components, but its components are the features of a sample.
@Layer(size = 3, activation = SOFTMAX)
interface InputRecordEmpty extends Network {
    record Empty() {}
}

@Input(record = InputRecordGeneric.OfAny.class)
//              ^ error: [Input.Record] InputRecordGeneric: record is OfAny, which is a record with type parameters, but its components are the features of a sample.
@Layer(size = 3, activation = SOFTMAX)
interface InputRecordGeneric extends Network {
    record OfAny<T>(float x) {}
}

class Around {
    private record Hidden(float x) {}

    @Input(record = Hidden.class)
    //              ^ error: [Input.Record] InputRecordHidden: record is Hidden, which is private, but its components are the features of a sample.
    @Layer(size = 3, activation = SOFTMAX)
    interface InputRecordHidden extends Network {}
}
