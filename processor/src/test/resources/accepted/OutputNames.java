package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

/** Outputs and inputs with the names of what the methods that name them call. */
interface OutputNames {
    enum Kind {
        A,
        B
    }

    record Point(float x, float y) {}

    @Input(value = 2, name = "Arrays")
    @Layer(labels = Kind.class, activation = Activation.SOFTMAX, name = "largest", output = true)
    @Layer(size = 1, name = "value", from = "Arrays")
    interface Outputs extends Network {}

    @Input(record = Point.class)
    @Layer(labels = Kind.class, activation = Activation.SOFTMAX, name = "Targets", output = true)
    @Layer(size = 1, name = "PointFeatures", from = "input")
    interface Records extends Network {}
}
