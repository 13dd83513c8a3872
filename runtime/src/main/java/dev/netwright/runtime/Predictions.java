package dev.netwright.runtime;

import dev.netwright.runtime.topology.OutputHead;
import java.util.ArrayList;
import java.util.List;

/** What one head of a pass gave in its last forward pass: a live view, which losses look at. {@link Pass#predictions} has it. */
public final class Predictions {
    private final GeneratedPass pass;
    private final int index;
    private final OutputHead head;

    private Predictions(GeneratedPass pass, int index, OutputHead head) {
        this.pass = pass;
        this.index = index;
        this.head = head;
    }

    /** Of every head. */
    static List<Predictions> of(GeneratedPass pass) {
        List<Predictions> all = new ArrayList<>();
        for (OutputHead head : pass.topology().heads()) {
            all.add(new Predictions(pass, all.size(), head));
        }
        return List.copyOf(all);
    }

    /** Whose they are. */
    public OutputHead head() {
        return head;
    }

    /** Samples of the last forward pass. */
    public int rows() {
        return pass.rows();
    }

    /** The live outputs, {@code capacity x units} of the head; the first {@link #rows()} rows count. */
    public float[] outputs() {
        return pass.computed(pass.headOutputs(index));
    }

    /** The live logits, {@code capacity x units} of the head; the first {@link #rows()} rows count. */
    public float[] logits() {
        return pass.computed(pass.headLogits(index));
    }
}
