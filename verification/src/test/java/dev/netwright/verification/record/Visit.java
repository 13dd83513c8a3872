package dev.netwright.verification.record;

import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;

import dev.netwright.annotations.Feature;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** What a person says of a film: a record each, of which one picks a row of a table, and an array. */
@Input(record = Visit.Person.class, name = "person")
@Input(record = Visit.Film.class, name = "film")
@Input(value = 2, name = "weather")
@Layer(size = 3, embedding = 4, from = "genre", name = "ofGenre")
@Layer(
        size = 8,
        activation = TANH,
        from = {"person", "film", "ofGenre", "weather"},
        name = "both")
@Layer(labels = Visit.Verdict.class, activation = SOFTMAX)
interface Visit extends Network {
    /** Who goes to the cinema. */
    record Person(float age, boolean member) {}

    /** What is shown there. */
    record Film(float length, @Feature(index = true) int genre) {}

    /** What the outputs stand for. */
    enum Verdict {
        BAD,
        GOOD
    }
}
