package dev.netwright.runtime;

import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.runtime.topology.Topology;
import java.util.Arrays;
import java.util.List;

/** What the caller of a backward pass gives for each head: the gradient at its outputs or at its logits. */
final class HeadGradients {
    private static final float[] NONE = {};

    private final List<OutputHead> heads;
    private final String[] names;
    private final float[][] given;
    private final boolean[] areOfLogits;

    HeadGradients(Topology topology) {
        heads = topology.heads();
        names = heads.stream()
                .map(head -> "The gradient of " + head.description())
                .toArray(String[]::new);
        given = new float[heads.size()][];
        areOfLogits = new boolean[heads.size()];
        clear();
    }

    /** What is refused ends the start that it was a part of, so that a caller may make it again from its first head. */
    void give(int head, float[] gradients, boolean isOfLogits, int rows) {
        boolean isTaken = false;
        try {
            check(head, gradients, rows);
            isTaken = true;
        } finally {
            if (!isTaken) {
                clear();
            }
        }
        given[head] = gradients;
        areOfLogits[head] = isOfLogits;
    }

    private void check(int head, float[] gradients, int rows) {
        Checks.atLeast(names[head], gradients, rows, heads.get(head).units());
        if (given[head] != NONE) {
            throw new IllegalStateException(
                    "A gradient was given for "
                            + heads.get(head).description()
                            + " already, and backward() has not used it yet; give one for each head, the sum where there are several.");
        }
    }

    /** A head that was forgotten would learn nothing, and nobody would see it. */
    void requireAll() {
        for (int head = 0; head < given.length; head++) {
            if (given[head] == NONE) {
                throw new IllegalStateException("No gradient was given for "
                        + heads.get(head).description()
                        + "; give one for each head before backward(), zeros where its outputs do not count.");
            }
        }
    }

    void clear() {
        Arrays.fill(given, NONE);
    }

    /** Of each head, {@code rows x units} or more. */
    float[][] given() {
        return given;
    }

    /** Of each head, whether they are the gradients of logits. */
    boolean[] areOfLogits() {
        return areOfLogits;
    }
}
