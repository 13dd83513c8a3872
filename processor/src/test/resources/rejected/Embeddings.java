package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(value = 3, name = "words")
@Input(value = 4, name = "numbers")
@Layer(size = 8, embedding = 0, from = "words", name = "none")
//                           ^ error: [Layer.Embedding] layer 1 of 9 (none): embedding is 0, but a table has from 1 to 16,777,216 rows.
// |      words               3
// |      numbers             4
// |  --> none          3 -> 24  identity, table of 0 rows, from words
// |      huge          3 -> 24  identity, table of 16777217 rows, from words
// |      forgotten      3 -> ?  identity, from words
// |      moving        3 -> 24  identity, table of 10 rows, from words
// |      second      24 -> 192  identity, table of 10 rows, from none
// |      both          7 -> 56  identity, table of 10 rows, from words, numbers
// |      ...
// |      output         ? -> 2  identity, from none, huge, forgotten, moving, ...
// |  Hint: write how many values a feature can have: embedding = 5_000
@Layer(size = 8, embedding = 16_777_217, from = "words", name = "huge")
//                           ^ error: [Layer.Embedding] layer 2 of 9 (huge): embedding is 16,777,217, but a table has from 1 to 16,777,216 rows.
@Layer(embedding = 10, from = "words", name = "forgotten")
//                 ^ error: [Layer.EmbeddingSize] layer 3 of 9 (forgotten): embedding is given, but its table has no size: its number of columns.
// |      words               3
// |      numbers             4
// |      none          3 -> 24  identity, table of 0 rows, from words
// |      huge          3 -> 24  identity, table of 16777217 rows, from words
// |  --> forgotten      3 -> ?  identity, from words
// |      moving        3 -> 24  identity, table of 10 rows, from words
// |      second      24 -> 192  identity, table of 10 rows, from none
// |      both          7 -> 56  identity, table of 10 rows, from words, numbers
// |      magnitudes     7 -> 3  relu, from numbers, words
// |      added          4 -> 3  relu, from numbers, + words
// |      output         ? -> 2  identity, from none, huge, forgotten, moving, ...
// |  Hint: write how many: size = 16
@Layer(size = 8, embedding = 10, from = "words", kernel = 3, bias = false, name = "moving")
//                                                        ^ error: [Layer.EmbeddingAlone] layer 4 of 9 (moving): kernel is given, but a table is looked up and does not move over pixels.
// |      words               3
// |      numbers             4
// |      none          3 -> 24  identity, table of 0 rows, from words
// |      huge          3 -> 24  identity, table of 16777217 rows, from words
// |      forgotten      3 -> ?  identity, from words
// |  --> moving        3 -> 24  identity, table of 10 rows, from words
// |      second      24 -> 192  identity, table of 10 rows, from none
// |      both          7 -> 56  identity, table of 10 rows, from words, numbers
// |      magnitudes     7 -> 3  relu, from numbers, words
// |      added          4 -> 3  relu, from numbers, + words
// |      output         ? -> 2  identity, from none, huge, forgotten, moving, ...
// |  Hint: remove kernel, or remove embedding.
//                                                                  ^ error: [Layer.EmbeddingAlone] layer 4 of 9 (moving): bias is false, but a table has no biases: each of its rows is free.
@Layer(size = 8, embedding = 10, from = "none", name = "second")
//                                      ^ error: [Layer.EmbeddingSource] layer 5 of 9 (second): it reads the layer "none", but it is the features of one input that pick rows of its table.
// |      words               3
// |      numbers             4
// |      none          3 -> 24  identity, table of 0 rows, from words
// |      huge          3 -> 24  identity, table of 16777217 rows, from words
// |      forgotten      3 -> ?  identity, from words
// |      moving        3 -> 24  identity, table of 10 rows, from words
// |  --> second      24 -> 192  identity, table of 10 rows, from none
// |      both          7 -> 56  identity, table of 10 rows, from words, numbers
// |      magnitudes     7 -> 3  relu, from numbers, words
// |      added          4 -> 3  relu, from numbers, + words
// |      output         ? -> 2  identity, from none, huge, forgotten, moving, ...
// |  Hint: read an input of whole numbers: @Input(value = 2, name = "words") and from = "words"
@Layer(size = 8, embedding = 10, from = {"words", "numbers"}, name = "both")
//                                      ^ error: [Layer.EmbeddingSource] layer 6 of 9 (both): it reads 2 sources, but it is the features of one input that pick rows of its table.
@Layer(size = 3, from = {"numbers", "words"}, activation = RELU, name = "magnitudes")
//                                  ^ error: [Layer.Indices] layer 7 of 9 (magnitudes): from is "words", whose features pick rows of the table of "none": here they would count as magnitudes.
// |      words               3
// |      numbers             4
// |      ...
// |      huge          3 -> 24  identity, table of 16777217 rows, from words
// |      forgotten      3 -> ?  identity, from words
// |      moving        3 -> 24  identity, table of 10 rows, from words
// |      second      24 -> 192  identity, table of 10 rows, from none
// |      both          7 -> 56  identity, table of 10 rows, from words, numbers
// |  --> magnitudes     7 -> 3  relu, from numbers, words
// |      added          4 -> 3  relu, from numbers, + words
// |      output         ? -> 2  identity, from none, huge, forgotten, moving, ...
// |  Hint: name "none" instead, and give features that are magnitudes an input of their own.
@Layer(size = 3, from = "numbers", residual = "words", activation = RELU, name = "added")
//                                            ^ error: [Layer.Indices] layer 8 of 9 (added): residual is "words", whose features pick rows of the table of "none": here they would count as magnitudes.
@Layer(size = 2, from = {"none", "huge", "forgotten", "moving", "second", "both", "magnitudes", "added"})
public interface Embeddings extends Network {}
