package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(70_000)
@Layer(size = 70_000, embedding = 2)
//            ^ error: [Layer.Result] layer 1 of 2 (hidden1): its result has 4,900,000,000 columns, but a sample lives in one array of at most 2,147,483,639.
// |      input                  70000
// |  --> hidden1  70000 -> 4900000000  identity, table of 2 rows
// |      output       4900000000 -> 2  identity
// |  Hint: write fewer columns of the table.
@Layer(size = 2)
public interface EmbeddingResult extends Network {}
