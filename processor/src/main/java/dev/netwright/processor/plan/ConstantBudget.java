package dev.netwright.processor.plan;

import dev.netwright.processor.model.LayerModel;

/**
 * Keeps a class below the 65,535 constants that a class file holds. Straight-line code names every parameter by its
 * offset, and an offset that does not fit 16 bits takes a constant of its own; so in a very deep network of many
 * parameters some of the last layers call kernels although they are small.
 */
final class ConstantBudget {
    private static final int LARGEST_WITHOUT_CONSTANT = Short.MAX_VALUE;
    private static final int MOST = 16_000;

    private int taken;

    /** Whether a layer whose parameters start at an offset may be written out; if so, its constants are taken. */
    boolean take(LayerModel layer, int offset) {
        long end = (long) offset + layer.parameterCount();
        long needed = Math.max(0, end - Math.max(offset, LARGEST_WITHOUT_CONSTANT));
        if (taken + needed > MOST) {
            return false;
        }
        taken += (int) needed;
        return true;
    }
}
