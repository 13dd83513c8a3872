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
    static final int CALL = 10;

    /** For each of many layers: the allocation of two arrays, and two more that start empty. */
    static final int ALLOCATION = 40;

    /** For each of many layers: its description with all that it is made of. */
    static final int DESCRIPTION = 60;

    private static final int BUDGET = 5_000;

    /** The loop over the samples, with the places where their rows start. */
    private static final int SAMPLE_LOOP = 70;

    /** The loop that applies an activation or its derivative, or a call of a part instead of its code. */
    private static final int ACTIVATION_LOOP = 50;

    /** A local beyond the 255th takes 4 bytes to load or store instead of 2. */
    private static final int NARROW_LOCALS = 255;

    /** Locals beside the named weights and units: this, rows, a loop variable, three places and an array. */
    private static final int OTHER_LOCALS = 8;

    private MethodBudget() {}

    /** Whether the parts of an unrolled layer can be small enough: a part has at least one unit, or one input. */
    static boolean canUnroll(int inputs, int units) {
        return inputs <= LIMIT
                && units <= LIMIT
                && forwardBytes(inputs, 1) <= BUDGET
                && parameterGradientBytes(inputs, 1) <= BUDGET
                && inputGradientBytes(1, units) <= BUDGET;
    }

    /** Parts of an unrolled forward pass, by units. */
    static List<Range> forward(int inputs, int units) {
        return split(units, part -> forwardBytes(inputs, part));
    }

    /** Parts of unrolled weight and bias gradients, by units. */
    static List<Range> parameterGradients(int inputs, int units) {
        return split(units, part -> parameterGradientBytes(inputs, part));
    }

    /** Parts of unrolled input gradients, by inputs. */
    static List<Range> inputGradients(int inputs, int units) {
        return split(inputs, part -> inputGradientBytes(part, units));
    }

    /** Whether all gradients of an unrolled layer fit one method. */
    static boolean fitsOneBackward(int inputs, int units) {
        return backwardBytes(inputs, units) <= BUDGET;
    }

    /** Parts of a method that does something short for each of many layers. */
    static List<Range> layers(int layers, int bytesEach) {
        return split(layers, part -> part * bytesEach);
    }

    /** Each input is read once a sample; each weight and bias once, and each weight is used once a sample. */
    static int forwardBytes(int inputs, int units) {
        int local = localBytes(inputs * units + units + inputs + units);
        int readParameter = 8 + local;
        int unit = 2 * local + writeElement(local);
        return SAMPLE_LOOP
                + ACTIVATION_LOOP
                + (inputs + 1) * units * readParameter
                + inputs * readElement(local)
                + units * unit
                + inputs * units * multiplyAdd(local);
    }

    /** Each sum starts at 0, takes a multiply-add a sample, or an addition for a bias, and is stored once. */
    static int parameterGradientBytes(int inputs, int units) {
        int local = localBytes(inputs * units + units + inputs + units);
        int startAndStore = 1 + local + 8 + local;
        return SAMPLE_LOOP
                + (inputs + units) * readElement(local)
                + inputs * units * (startAndStore + multiplyAdd(local))
                + units * (startAndStore + 1 + 3 * local);
    }

    /** Each weight is read once and used once a sample; each input's gradient is stored once a sample. */
    static int inputGradientBytes(int inputs, int units) {
        return inputGradientBytes(inputs, units, 0);
    }

    /** All gradients of a layer in one method, in which the sums for the parameters keep their locals to the end. */
    static int backwardBytes(int inputs, int units) {
        return ACTIVATION_LOOP
                + parameterGradientBytes(inputs, units)
                + inputGradientBytes(inputs, units, (inputs + 1) * units);
    }

    private static int inputGradientBytes(int inputs, int units, int localsBefore) {
        int local = localBytes(localsBefore + inputs * units + units + inputs);
        int readParameter = 8 + local;
        int start = 1 + local;
        return SAMPLE_LOOP
                + units * readElement(local)
                + inputs * units * (readParameter + multiplyAdd(local))
                + inputs * (start + writeElement(local));
    }

    private static int localBytes(int locals) {
        return locals + OTHER_LOCALS <= NARROW_LOCALS ? 2 : 4;
    }

    /** Two factors and the sum are loaded, {@code Math.fma} called, the sum stored. */
    private static int multiplyAdd(int local) {
        return 3 + 4 * local;
    }

    /** The field is loaded, the place and its offset added, the element loaded and stored. */
    private static int readElement(int local) {
        return 9 + 2 * local;
    }

    /** The field is loaded, the place and its offset added, the local loaded and stored. */
    private static int writeElement(int local) {
        return 9 + 2 * local;
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
