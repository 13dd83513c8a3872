package dev.netwright.processor.plan;

import dev.netwright.annotations.Activation;
import dev.netwright.processor.model.DenseLayer;
import java.util.Locale;

/**
 * What is decided about one layer.
 *
 * @param layer          what is planned
 * @param position       0 for the first layer
 * @param isLast         whether its output is the network's
 * @param names          what its members are called
 * @param inputsConstant the constant with the columns of its input
 * @param inputField     the array that it reads: {@code inputs}, or the activations of the layer before
 * @param weightsOffset  where its weights start among the parameters
 * @param biasesOffset   where its biases start, or would
 * @param strategy       how its arithmetic is written
 */
public record LayerPlan(
        DenseLayer layer,
        int position,
        boolean isLast,
        LayerNames names,
        String inputsConstant,
        String inputField,
        int weightsOffset,
        int biasesOffset,
        Strategy strategy) {
    /** {@code hidden1 (784 -> 128, relu)}. */
    public String description() {
        return String.format(
                Locale.ROOT,
                "%s (%d -> %d, %s)",
                layer.name(),
                layer.inputs(),
                layer.units(),
                layer.activation().name().toLowerCase(Locale.ROOT));
    }

    /** Whether it reads the network's input. */
    public boolean isFirst() {
        return position == 0;
    }

    /** Whether its activations are its pre-activations, so that one array serves for both. */
    public boolean isLinear() {
        return layer.activation() == Activation.IDENTITY;
    }

    /** The array with z. */
    public String z() {
        return names.field() + "Z";
    }

    /** The array with a. */
    public String a() {
        return isLinear() ? z() : names.field() + "A";
    }

    /** The array with dL/dz. */
    public String dz() {
        return names.field() + "Dz";
    }

    /** The array with dL/da. */
    public String da() {
        return isLinear() ? dz() : names.field() + "Da";
    }

    /** Whether the class of the last layer has an array for dL/da: the caller of the backward pass brings it otherwise. */
    public boolean ownsDa() {
        return !isLast && !isLinear();
    }
}
