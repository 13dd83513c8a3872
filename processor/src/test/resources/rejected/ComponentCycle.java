package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(record = Person.class)
//              ^ ecj: error: [Component.Cycle] ComponentCycle: job.boss is Person, which this is a part of already, so there would be no end of features.
//              ^ ecj: error: [Component.Cycle] ComponentCycle: friend is Person, which this is a part of already, so there would be no end of features.
@Layer(size = 1)
public interface ComponentCycle extends Network {}

record Person(
        int age,
        Job job,
        Person friend) {}
        //     ^ javac: error: [Component.Cycle] ComponentCycle: friend is Person, which this is a part of already, so there would be no end of features.
        // |  --> input        ?
        // |      output  ? -> 1  identity
        // |  Hint: leave it out, or put what counts of it into a record of its own.

record Job(float salary, Person boss) {}
//                              ^ javac: error: [Component.Cycle] ComponentCycle: job.boss is Person, which this is a part of already, so there would be no end of features.
