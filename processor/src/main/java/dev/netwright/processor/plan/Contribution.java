package dev.netwright.processor.plan;

/**
 * What one layer hands back to one that it reads: a part of dL/da of that one, which is the sum of all such parts.
 *
 * @param to    who receives it
 * @param index which of the layer's sources it is, or {@link #RESIDUAL}
 * @param adds  whether it goes on with the sum; the first part of all is stored
 */
public record Contribution(Operand to, int index, boolean adds) {
    /** Stands for what is added after the activation. */
    public static final int RESIDUAL = -1;

    /** Whether it comes through the residual and not through the layer's input. */
    public boolean isResidual() {
        return index == RESIDUAL;
    }
}
