package dev.netwright.processor.emit;

import dev.netwright.processor.plan.LayerPlan;

/**
 * Where the gradient of a layer's input goes.
 *
 * @param array   the array that receives it
 * @param formula what it is
 */
record InputGradients(String array, String formula) {
    /** What the first layer hands on, for a caller who asks for it. */
    static final InputGradients OF_THE_NETWORK = new InputGradients("inputGradients", Formulas.INPUT_GRADIENTS);

    /** What a layer hands on to the one before. */
    static InputGradients of(LayerPlan before) {
        return new InputGradients(
                before.da(),
                Formulas.INPUT_GRADIENTS + ", which is dL/da of layer "
                        + before.layer().name());
    }
}
