package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

enum Quarter {
    NORTH,
    SOUTH
}

record Estate(
        float area,
        @Feature(index = true) Quarter district,
        @Feature(index = true) int street,
        @Feature(index = true) float price,
//                                   ^ javac: error: [Component.Index] input 1 of 6 (house): index of price, which is float, is true, but it is no enum and no whole number.
// |  --> house             ?
// |      district          1
// |      street            1
// |      price             1
// |      second            1
// |      number            1
// |      few          1 -> 4  identity, table of 5 rows, from district
// |      prices       1 -> 4  identity, table of 9 rows, from price
// |      seconds      1 -> 4  identity, table of 2 rows, from second
// |      numbers      1 -> 4  identity, table of 2 rows, from number
// |      magnitudes   ? -> 4  relu, from house, street
// |      output      20 -> 2  identity, from few, prices, seconds, numbers, ...
// |  Hint: let an enum, a byte, a short or an int be an index, without missing.
        @Feature(index = true, missing = 0) Quarter second,
//                                                  ^ javac: error: [Component.Index] input 1 of 6 (house): index of second, which is Quarter, is true, but no number can stand for a row that is missing.
        @Feature(index = true) Integer number,
//                                     ^ javac: error: [Component.Index] input 1 of 6 (house): index of number, which is Integer, is true, but it is no enum and no whole number.
        Place place) {}

record Place(@Feature(index = true) Quarter inside) {}
//                                          ^ javac: error: [Component.Index] input 1 of 6 (house): index of place.inside, which is Quarter, is true, but it is a component of a record within the record, and an input is called as a single one is.

record Integer(int value) {}

@Input(record = Estate.class, name = "house")
//              ^ ecj: error: [Component.Index] input 1 of 6 (house): index of price, which is float, is true, but it is no enum and no whole number.
//              ^ ecj: error: [Component.Index] input 1 of 6 (house): index of second, which is Quarter, is true, but no number can stand for a row that is missing.
//              ^ ecj: error: [Component.Index] input 1 of 6 (house): index of number, which is Integer, is true, but it is no enum and no whole number.
//              ^ ecj: error: [Component.Index] input 1 of 6 (house): index of place.inside, which is Quarter, is true, but it is a component of a record within the record, and an input is called as a single one is.
@Layer(size = 4, embedding = 5, from = "district", name = "few")
//                           ^ error: [Layer.EmbeddingConstants] layer 1 of 6 (few): embedding is 5, but Quarter, whose constants pick the rows, has 2 of them.
// |      house             ?
// |      district          1
// |      street            1
// |      price             1
// |      second            1
// |      number            1
// |  --> few          1 -> 4  identity, table of 5 rows, from district
// |      prices       1 -> 4  identity, table of 9 rows, from price
// |      seconds      1 -> 4  identity, table of 2 rows, from second
// |      numbers      1 -> 4  identity, table of 2 rows, from number
// |      magnitudes   ? -> 4  relu, from house, street
// |      output      20 -> 2  identity, from few, prices, seconds, numbers, ...
// |  Hint: write embedding = 2
@Layer(size = 4, embedding = 9, from = "price", name = "prices")
@Layer(size = 4, embedding = 2, from = "second", name = "seconds")
@Layer(size = 4, embedding = 2, from = "number", name = "numbers")
@Layer(size = 4, from = {"house", "street"}, activation = RELU, name = "magnitudes")
//                                ^ error: [Layer.Index] layer 5 of 6 (magnitudes): from is "street", a component that is an index: here its number would count as a magnitude.
// |      house             ?
// |      district          1
// |      street            1
// |      price             1
// |      second            1
// |      number            1
// |      few          1 -> 4  identity, table of 5 rows, from district
// |      prices       1 -> 4  identity, table of 9 rows, from price
// |      seconds      1 -> 4  identity, table of 2 rows, from second
// |      numbers      1 -> 4  identity, table of 2 rows, from number
// |  --> magnitudes   ? -> 4  relu, from house, street
// |      output      20 -> 2  identity, from few, prices, seconds, numbers, ...
// |  Hint: make a vector of it: @Layer(size = 4, embedding = 5000, from = "street"), or let it be no index.
@Layer(size = 2, from = {"few", "prices", "seconds", "numbers", "magnitudes"})
public interface ComponentIndices extends Network {}
