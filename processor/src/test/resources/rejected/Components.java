package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;
import java.util.List;

@Input(record = House.class)
//              ^ ecj: error: [Component.Type] Components: owner is String, which is no feature.
//              ^ ecj: error: [Component.Type] Components: floor is char, which is no feature.
//              ^ ecj: error: [Component.Type] Components: flats is List, which is no feature.
//              ^ ecj: error: [Component.Type] Components: grid is float[][], which is no feature.
//              ^ ecj: error: [Component.Type] Components: colour is Colour, which is an enum without constants.
//              ^ ecj: error: [Component.Type] Components: inner.hidden is Hidden, which is private.
//              ^ ecj: error: [Component.Type] Components: pair is Pair, which is no feature.
//              ^ ecj: error: [Component.Type] Components: empty is Empty, which is a record without components.
//              ^ ecj: error: [Component.LengthMissing] Components: rents is float[], but how many features that makes is not declared.
//              ^ ecj: error: [Component.Length] Components: length of sales is 0, but an array has at least 1 element.
//              ^ ecj: error: [Component.LengthUnused] Components: length of area is 3, but float is no array.
//              ^ ecj: error: [Component.Missing] Components: missing of age is Infinity, but a feature must be finite.
//              ^ ecj: error: [Component.MissingUnused] Components: missing of rooms is 1.0, but a value of type int is never missing.
//              ^ ecj: error: [Component.Type] Components: address.street is String, which is no feature.
@Layer(size = 1)
public interface Components extends Network {}

record House(
        String owner,
        //     ^ javac: error: [Component.Type] Components: owner is String, which is no feature.
        // |  --> input        ?
        // |      output  ? -> 1  identity
        // |  Hint: make it a number, a boolean, an enum, an array of numbers or booleans, or a record of these; or leave it out.
        char floor,
        //   ^ javac: error: [Component.Type] Components: floor is char, which is no feature.
        List<Float> flats,
        //          ^ javac: error: [Component.Type] Components: flats is List, which is no feature.
        @Feature(length = 4) float[][] grid,
        //                             ^ javac: error: [Component.Type] Components: grid is float[][], which is no feature.
        Colour colour,
        //     ^ javac: error: [Component.Type] Components: colour is Colour, which is an enum without constants.
        Secrets.Inner inner,
        Pair<Float> pair,
        //          ^ javac: error: [Component.Type] Components: pair is Pair, which is no feature.
        Empty empty,
        //    ^ javac: error: [Component.Type] Components: empty is Empty, which is a record without components.
        float[] rents,
        //      ^ javac: error: [Component.LengthMissing] Components: rents is float[], but how many features that makes is not declared.
        // |  --> input        ?
        // |      output  ? -> 1  identity
        // |  Hint: write how long each is: @Feature(length = 12) float[] rents
        @Feature(length = 0) int[] sales,
        //                         ^ javac: error: [Component.Length] Components: length of sales is 0, but an array has at least 1 element.
        // |  --> input        ?
        // |      output  ? -> 1  identity
        // |  Hint: write a positive number: @Feature(length = 12)
        @Feature(length = 3) float area,
        //                         ^ javac: error: [Component.LengthUnused] Components: length of area is 3, but float is no array.
        // |  --> input        ?
        // |      output  ? -> 1  identity
        // |  Hint: remove length.
        @Feature(missing = Float.POSITIVE_INFINITY) float age,
        //                                                ^ javac: error: [Component.Missing] Components: missing of age is Infinity, but a feature must be finite.
        // |  --> input        ?
        // |      output  ? -> 1  identity
        // |  Hint: write a finite number: @Feature(missing = 0)
        @Feature(missing = 1) int rooms,
        //                        ^ javac: error: [Component.MissingUnused] Components: missing of rooms is 1.0, but a value of type int is never missing.
        // |  --> input        ?
        // |      output  ? -> 1  identity
        // |  Hint: remove missing, or let the component be a type that can be null.
        Address address,
        Address second) {}

record Address(
        int zip,
        String street) {}
        //     ^ javac: error: [Component.Type] Components: address.street is String, which is no feature.

enum Colour {}

record Pair<T>(float x) {}

record Empty() {}

class Secrets {
    private enum Hidden {
        YES
    }

    record Inner(Hidden hidden) {}
    //                  ^ javac: error: [Component.Type] Components: inner.hidden is Hidden, which is private.
}
