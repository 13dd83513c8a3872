package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.NetworkModel;
import java.util.ArrayList;
import java.util.List;

/** Checks of the output heads: the last layer is one, and together they fit a class and an array. */
final class HeadChecks {
    /** The longest array that common JVMs allocate. */
    private static final int MOST_COLUMNS = Integer.MAX_VALUE - 8;

    private final NetworkDeclaration declaration;
    private final Graph graph;
    private final List<Finding> findings = new ArrayList<>();

    HeadChecks(NetworkDeclaration declaration, Graph graph) {
        this.declaration = declaration;
        this.graph = graph;
    }

    List<Finding> findings() {
        checkLast();
        List<Integer> heads = declaration.heads();
        if (heads.size() > NetworkModel.MOST_HEADS) {
            add(heads.get(NetworkModel.MOST_HEADS), Code.LAYER_OUTPUT_COUNT, heads.size(), NetworkModel.MOST_HEADS);
        }
        checkColumns(heads);
        return findings;
    }

    private void checkLast() {
        int last = declaration.layers().size() - 1;
        if (last >= 0) {
            Declared<Boolean> output = declaration.layers().get(last).output();
            if (output.isWritten() && !output.value()) {
                add(last, Code.LAYER_OUTPUT_LAST);
            }
        }
    }

    private void checkColumns(List<Integer> heads) {
        long together = 0;
        for (int head : heads) {
            together += graph.units(head);
            // A single head that is too large has its own finding.
            if (together > MOST_COLUMNS && together > graph.units(head)) {
                add(head, Code.LAYER_OUTPUT_COLUMNS, together, MOST_COLUMNS);
                return;
            }
        }
    }

    private void add(int layer, Code code, Object... arguments) {
        Origin place = declaration.layers().get(layer).output().origin();
        findings.add(Finding.of(code, place, declaration.placeOf(layer), layer, arguments));
    }
}
