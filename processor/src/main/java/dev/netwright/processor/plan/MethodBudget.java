package dev.netwright.processor.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits straight-line code so that no generated method comes near 8,000 bytes of bytecode, above which HotSpot never
 * compiles a method. The limit that is kept is 6,000; estimates aim lower, since compilers differ in what they emit for
 * one source. A test reads the true sizes from class files.
 */
final class MethodBudget {
    private static final int BYTES = 5_000;

    /** A local beyond the 255th takes 4 bytes to load or store; every estimate assumes that. */
    private static final int LOAD = 4;

    private static final int STORE = 4;
    private static final int CALL = 3;
    private static final int CONSTANT = 3;
    private static final int MULTIPLY_ADD = 3 * LOAD + CALL + STORE;
    private static final int READ_ELEMENT = LOAD + CALL + CONSTANT + 2 + STORE;
    private static final int WRITE_ELEMENT = LOAD + CALL + CONSTANT + 2 + LOAD;
    private static final int INITIALIZE = LOAD + STORE;
    private static final int FRAME = 60;

    private MethodBudget() {}

    /** Parts of an unrolled forward pass, by units: each reads its weights, and every input once. */
    static List<Range> forward(int inputs, int units) {
        int unit = inputs * (READ_ELEMENT + MULTIPLY_ADD) + READ_ELEMENT + INITIALIZE + WRITE_ELEMENT;
        return split(units, unit, FRAME + inputs * READ_ELEMENT);
    }

    /** Parts of unrolled weight and bias gradients, by units: each reads every input once. */
    static List<Range> parameterGradients(int inputs, int units) {
        int unit = (inputs + 1) * (INITIALIZE + MULTIPLY_ADD + WRITE_ELEMENT) + READ_ELEMENT;
        return split(units, unit, FRAME + inputs * READ_ELEMENT);
    }

    /** Parts of unrolled input gradients, by inputs: each reads its weights, and the gradient of every unit once. */
    static List<Range> inputGradients(int inputs, int units) {
        int input = units * (READ_ELEMENT + MULTIPLY_ADD) + INITIALIZE + WRITE_ELEMENT;
        return split(inputs, input, FRAME + units * READ_ELEMENT);
    }

    /** Parts of a method that does something short for each of many layers. */
    static List<Range> layers(int layers, int bytesEach) {
        return split(layers, bytesEach, FRAME);
    }

    private static List<Range> split(int count, int bytesEach, int bytesOnce) {
        int perPart = Math.max(1, (BYTES - bytesOnce) / bytesEach);
        List<Range> parts = new ArrayList<>();
        for (int from = 0; from < count; from += perPart) {
            parts.add(new Range(from, Math.min(count, from + perPart)));
        }
        return parts;
    }
}
