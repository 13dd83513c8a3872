package dev.netwright.processor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Splits straight-line code so that no generated method comes near 8,000 bytes of bytecode, above which HotSpot never
 * compiles a method. Estimates are upper bounds of what javac and ecj emit, which a test reads from class files. Methods
 * stay below {@link #LIMIT}; the budget is smaller still, since other compilers may emit more for one source.
 */
final class MethodBudget {
    /** What no generated method exceeds. */
    static final int LIMIT = 6_000;

    /** For each of many layers: the call of a method. */
    static final int CALL = 12;

    /** For each of many stages: its entry in a table, the call of a method, and a jump behind the others. */
    static final int STAGE = 24;

    /** For each array of many layers: its allocation, or that it starts empty. */
    static final int ALLOCATION = 10;

    /** For each of many sources of a layer: a call that hands a part of a gradient back, and one that adds it. */
    static final int CONTRIBUTION = 80;

    /** For each of many layers: its description with all that it is made of. */
    static final int DESCRIPTION = 60;

    /** What a description has besides where a layer does not read the one above, without the names of what it reads. */
    static final int WIRING = 40;

    /** One of these names. */
    static final int NAME = 8;

    /** What a description has besides where a layer's activation is a function of the user's. */
    static final int FUNCTION = 20;

    /** What a description has besides where a layer pools. */
    static final int POOL = 12;

    /** What a description has besides where a layer has penalties or is frozen. */
    static final int TRAINING = 20;

    /** What a description has besides where a layer is treated. */
    static final int TREATMENT = 40;

    /** For each of several inputs: its description. */
    static final int INPUT_DESCRIPTION = 20;

    /** For each component of a record: the line that writes it. */
    static final int COMPONENT = 48;

    /** For each component of a record: what says what it is. */
    static final int COMPONENT_DESCRIPTION = 16;

    private static final int BUDGET = 5_000;

    /** What a method has beside its arithmetic. */
    private static final int FRAME = 10;

    /** A local beyond the 255th takes 4 bytes to load or store instead of 2. */
    private static final int NARROW_LOCALS = 255;

    /** Locals beside the named weights, inputs and units: this. */
    private static final int OTHER_LOCALS = 1;

    private MethodBudget() {}

    /** Whether the parts of an unrolled layer can be small enough: a part has at least one unit. */
    static boolean canUnroll(int inputs, int units) {
        return inputs <= LIMIT && units <= LIMIT && sampleBytes(inputs, 1) <= BUDGET;
    }

    /** Parts of the unrolled pre-activations of a single sample, by units. */
    static List<Range> sample(int inputs, int units) {
        return split(units, part -> sampleBytes(inputs, part));
    }

    /** Parts of a method that does something short for each of many layers. */
    static List<Range> layers(int layers, int bytesEach) {
        return split(layers, part -> part * bytesEach);
    }

    /** Each input, weight and bias is read once, each weight used once, and each pre-activation stored once. */
    static int sampleBytes(int inputs, int units) {
        int local = localBytes(inputs * units + units + inputs + units);
        return FRAME
                + inputs * readInput(local)
                + (inputs + 1) * units * readParameter(local)
                + inputs * units * multiplyAdd(local)
                + units * (2 * local + writeElement(local));
    }

    private static int localBytes(int locals) {
        return locals + OTHER_LOCALS <= NARROW_LOCALS ? 2 : 4;
    }

    /** Two factors and the sum are loaded, {@code Math.fma} called, the sum stored. */
    private static int multiplyAdd(int local) {
        return 3 + 4 * local;
    }

    /** Two fields are loaded, an offset added, the element loaded and stored. */
    private static int readInput(int local) {
        return 13 + local;
    }

    /** The field and a constant are loaded, the element loaded and stored. */
    private static int readParameter(int local) {
        return 8 + local;
    }

    /** The field, a constant and a local are loaded, the element stored. */
    private static int writeElement(int local) {
        return 8 + local;
    }

    /** As few parts as fit, of sizes that differ by at most one. */
    private static List<Range> split(int count, IntUnaryOperator bytes) {
        int most = count;
        while (most > 1 && bytes.applyAsInt(most) > BUDGET) {
            most--;
        }
        int parts = (count + most - 1) / most;
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            ranges.add(new Range(i * count / parts, (i + 1) * count / parts));
        }
        return ranges;
    }
}
