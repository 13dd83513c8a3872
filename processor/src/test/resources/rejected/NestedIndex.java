package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

record Offer(float area, Place place) {}

record Place(float latitude, @Feature(index = true) int street) {}
//                                                      ^ javac: error: [Component.Index] NestedIndex: index of place.street, which is int, is true, but it is a component of a record within the record, and an input is called as a single one is.
// |  --> input        2
// |      output  2 -> 1  identity
// |  Hint: let street be a component of Offer itself, or let Place be an input of its own: @Input(record = Place.class, name = "place").

@Input(record = Offer.class)
//              ^ ecj: error: [Component.Index] NestedIndex: index of place.street, which is int, is true, but it is a component of a record within the record, and an input is called as a single one is.
// |  --> input        2
// |      output  2 -> 1  identity
// |  Hint: let street be a component of Offer itself, or let Place be an input of its own: @Input(record = Place.class, name = "place").
@Layer(size = 1)
interface NestedIndex extends Network {}
