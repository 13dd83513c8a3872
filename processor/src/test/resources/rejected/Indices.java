package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.*;

/** One mistake around an index is said once. */
interface Indices {
    record Word(@Feature(index = true) int word, @Feature(index = true) short next, float weight) {}
//                                         ^ javac: error: [Input.DuplicateName] input 5 of 6 (word): name is "word", which is also the name of input 2.
// |      left         1
// |      word         1
// |      next         1
// |      right        1
// |  --> word         1
// |      next         1
// |      e       1 -> 3  identity, table of 2 rows, from word
// |      g       1 -> 3  identity, table of 2 rows, from next
// |      output  8 -> 1  identity, from left, right, e, g
// |  Hint: an index is an input with the name of its component: rename one of the two, or let a record that has one be one input alone.
//                                                                            ^ javac: error: [Input.DuplicateName] input 6 of 6 (next): name is "next", which is also the name of input 3.
// |      left         1
// |      word         1
// |      next         1
// |      right        1
// |      word         1
// |  --> next         1
// |      e       1 -> 3  identity, table of 2 rows, from word
// |      g       1 -> 3  identity, table of 2 rows, from next
// |      output  8 -> 1  identity, from left, right, e, g
// |  Hint: an index is an input with the name of its component: rename one of the two, or let a record that has one be one input alone.

    record Feet(float length) {}

    record Input2(@Feature(index = true) int input, float weight) {}
//                                           ^ javac: error: [Input.DuplicateName] input 2 of 2 (input): name is "input", which is also the name of input 1 by default.
// |      input        1
// |  --> input        1
// |      e       1 -> 3  identity, table of 2 rows, from input
// |      output  4 -> 1  identity, from input, e
// |  Hint: give the record a name of its own: @Input(record = Input2.class, name = "input2").

    record Many(
            @Feature(index = true) long wide,
//                                      ^ javac: error: [Component.Index] input 1 of 4 (many): index of wide, which is long, is true, but rows of a table are counted by an int.
// |  --> many          1
// |      wide          1
// |      box           1
// |      words         1
// |      e        1 -> 3  identity, table of 4 rows, from wide
// |      g        1 -> 3  identity, table of 4 rows, from box
// |      h        1 -> 3  identity, table of 4 rows, from words
// |      output  10 -> 1  identity, from many, e, g, h
// |  Hint: let an enum, a byte, a short or an int be an index, without missing.
            @Feature(index = true) Long box,
//                                      ^ javac: error: [Component.Index] input 1 of 4 (many): index of box, which is Long, is true, but rows of a table are counted by an int.
// |  --> many          1
// |      wide          1
// |      box           1
// |      words         1
// |      e        1 -> 3  identity, table of 4 rows, from wide
// |      g        1 -> 3  identity, table of 4 rows, from box
// |      h        1 -> 3  identity, table of 4 rows, from words
// |      output  10 -> 1  identity, from many, e, g, h
// |  Hint: let an enum, a byte, a short or an int be an index, without missing.
            @Feature(index = true, length = 3) int[] words,
//                                                   ^ javac: error: [Component.Index] input 1 of 4 (many): index of words, which is int[], is true, but an array has many numbers and an index is one.
// |  --> many          1
// |      wide          1
// |      box           1
// |      words         1
// |      e        1 -> 3  identity, table of 4 rows, from wide
// |      g        1 -> 3  identity, table of 4 rows, from box
// |      h        1 -> 3  identity, table of 4 rows, from words
// |      output  10 -> 1  identity, from many, e, g, h
// |  Hint: let an enum, a byte, a short or an int be an index, without missing.
            float weight) {}

    @Input(record = Word.class, name = "f")
    @Layer(size = 3, embedding = 2, name = "e")
    // <- error: [Layer.EmbeddingSource] layer 1 of 2 (e): it reads the record "f", but it is the features of one input that pick rows of its table.
// |      f            1
// |      word         1
// |      next         1
// |  --> e       1 -> 3  identity, table of 2 rows
// |      output  4 -> 1  identity, from f, e
// |  Hint: name the index that picks the rows: from = "word"
    @Layer(size = 1, from = {"f", "e"})
    interface ForgottenFrom extends Regressor<Word> {}

    @Input(record = Word.class, name = "f")
    @Layer(size = 3, embedding = 2, from = "word", name = "e")
    @Layer(size = 3, embedding = 2, from = "f", name = "g")
//                                         ^ error: [Layer.EmbeddingSource] layer 2 of 3 (g): it reads the record "f", but it is the features of one input that pick rows of its table.
// |      f            1
// |      word         1
// |      next         1
// |      e       1 -> 3  identity, table of 2 rows, from word
// |  --> g       1 -> 3  identity, table of 2 rows, from f
// |      output  7 -> 1  identity, from f, e, g
// |  Hint: name the index that picks the rows: from = "next"
    @Layer(size = 1, from = {"f", "e", "g"})
    interface ForgottenSecond extends Regressor<Word> {}

    @Input(record = Feet.class, name = "feet")
    @Layer(size = 3, embedding = 2, name = "e")
    // <- error: [Layer.EmbeddingSource] layer 1 of 2 (e): it reads the record "feet", but it is the features of one input that pick rows of its table.
// |      feet         1
// |  --> e       1 -> 3  identity, table of 2 rows
// |      output  4 -> 1  identity, from feet, e
// |  Hint: let a component be an index, @Feature(index = true) int word, and name it: from = "word"
    @Layer(size = 1, from = {"feet", "e"})
    interface NoIndex extends Regressor<Feet> {}

    @Input(record = Input2.class)
//                  ^ ecj: error: [Input.DuplicateName] input 2 of 2 (input): name is "input", which is also the name of input 1 by default.
    @Layer(size = 3, embedding = 2, from = "input", name = "e")
    @Layer(size = 1, from = {"input", "e"})
    interface CalledInput extends Regressor<Input2> {}

    @Input(record = Word.class, name = "left")
    @Input(record = Word.class, name = "right")
//                  ^ ecj: error: [Input.DuplicateName] input 5 of 6 (word): name is "word", which is also the name of input 2.
//                  ^ ecj: error: [Input.DuplicateName] input 6 of 6 (next): name is "next", which is also the name of input 3.
    @Layer(size = 3, embedding = 2, from = "word", name = "e")
    @Layer(size = 3, embedding = 2, from = "next", name = "g")
    @Layer(size = 1, from = {"left", "right", "e", "g"})
    interface Twice extends Network {}

    @Input(record = Many.class, name = "many")
//                  ^ ecj: error: [Component.Index] input 1 of 4 (many): index of wide, which is long, is true, but rows of a table are counted by an int.
//                  ^ ecj: error: [Component.Index] input 1 of 4 (many): index of box, which is Long, is true, but rows of a table are counted by an int.
//                  ^ ecj: error: [Component.Index] input 1 of 4 (many): index of words, which is int[], is true, but an array has many numbers and an index is one.
    @Layer(size = 3, embedding = 4, from = "wide", name = "e")
    @Layer(size = 3, embedding = 4, from = "box", name = "g")
    @Layer(size = 3, embedding = 4, from = "words", name = "h")
    @Layer(size = 1, from = {"many", "e", "g", "h"})
    interface NotRows extends Network {}
}
