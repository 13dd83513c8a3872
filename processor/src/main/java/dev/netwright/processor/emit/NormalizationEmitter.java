package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.netwright.processor.plan.LayerPlan;

/**
 * Writes how a layer normalises its pre-activation, how the gradient goes back, and the gradients of gains and shifts. Over the batch both
 * ways have a halt, until the mean and the variance of all its rows, or the sums of their gradients, are there.
 */
final class NormalizationEmitter {
    private NormalizationEmitter() {}

    /*
     * // n = (u - mean) / √(variance + ε), z = gain·n + shift, in the array of u
     * LayerNormalization.forward(hidden1Z, p, HIDDEN1_GAINS, HIDDEN1_SHIFTS, /* epsilon= *\/ 1.0E-5f,
     *         hidden1N, hidden1Inverse, hidden1Z, rows, HIDDEN1_UNITS);
     *
     * hidden1Batch.normalize(hidden1Z, p, HIDDEN1_GAINS, HIDDEN1_SHIFTS, hidden1N, hidden1Z, rows);
     */
    static CodeBlock forward(LayerPlan plan) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!plan.normalizes()) {
            return code.build();
        }
        code.add("// $L, $L, in the array of u\n", Formulas.NORMALIZED, Formulas.normalization(plan));
        if (plan.normalizesBatch()) {
            return code.addStatement(
                            "$L.normalize($L, p, $L, $L,$W$L, $L, rows)",
                            plan.arrays().batch(),
                            plan.arrays().z(),
                            plan.names().gains(),
                            plan.names().shifts(),
                            plan.arrays().normalized(),
                            plan.arrays().z())
                    .build();
        }
        return code.addStatement(
                        "$T.forward($L, p, $L, $L,$W/* epsilon= */ $L,\n$L, $L, $L,$Wrows, $L)",
                        RuntimeTypes.LAYER_NORMALIZATION,
                        plan.arrays().z(),
                        plan.names().gains(),
                        plan.names().shifts(),
                        Literals.of(plan.layer().treatment().epsilon()),
                        plan.arrays().normalized(),
                        plan.arrays().inverseDeviations(),
                        plan.arrays().z(),
                        plan.zColumns())
                .build();
    }

    /*
     * // dL/du = (g - mean(g) - n·mean(g·n)) / √(variance + ε), g = gain·dL/dz
     * LayerNormalization.backward(hidden1Dz, hidden1N, hidden1Inverse, p, HIDDEN1_GAINS, hidden1Du,
     *         rows, HIDDEN1_UNITS);
     *
     * // dL/du = gain·(dL/dz - mean(dL/dz) - n·mean(n·dL/dz)) / √(variance + ε)
     * hidden1Batch.backward(hidden1Dz, hidden1N, p, HIDDEN1_GAINS, hidden1Du, rows);
     */
    static CodeBlock backward(LayerPlan plan) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!plan.normalizes()) {
            return code.build();
        }
        if (plan.normalizesBatch()) {
            return code.add("// $L\n", Formulas.BATCH_GRADIENTS)
                    .addStatement(
                            "$L.backward($L, $L, p, $L,$W$L, rows)",
                            plan.arrays().batch(),
                            plan.arrays().dz(),
                            plan.arrays().normalized(),
                            plan.names().gains(),
                            plan.arrays().du())
                    .build();
        }
        return code.add("// $L, $L\n", Formulas.NORMALIZATION_GRADIENTS, Formulas.GAINED)
                .addStatement(
                        "$T.backward($L, $L, $L, p, $L,$W$L,\nrows, $L)",
                        RuntimeTypes.LAYER_NORMALIZATION,
                        plan.arrays().dz(),
                        plan.arrays().normalized(),
                        plan.arrays().inverseDeviations(),
                        plan.names().gains(),
                        plan.arrays().du(),
                        plan.zColumns())
                .build();
    }

    /*
     * // mean and variance of u over the batch
     * hidden1Batch.take(hidden1Z, rows);
     */
    static CodeBlock beforeForward(LayerPlan plan) {
        return CodeBlock.builder()
                .add("// mean and variance of u over the batch\n")
                .addStatement(
                        "$L.take($L, rows)",
                        plan.arrays().batch(),
                        plan.arrays().z())
                .build();
    }

    /*
     * // Σ n·dL/dz and Σ dL/dz over the batch
     * hidden1Batch.takeGradients(hidden1Dz, hidden1N, rows);
     */
    static CodeBlock beforeBackward(LayerPlan plan) {
        return CodeBlock.builder()
                .add("// Σ n·dL/dz and Σ dL/dz over the batch\n")
                .addStatement(
                        "$L.takeGradients($L, $L, rows)",
                        plan.arrays().batch(),
                        plan.arrays().dz(),
                        plan.arrays().normalized())
                .build();
    }

    /*
     * // dgain = Σ n·dL/dz
     * LayerNormalization.gainGradients(hidden1Dz, hidden1N, gradients, HIDDEN1_GAINS, rows, HIDDEN1_UNITS, share);
     * // dshift = Σ dL/dz
     * LayerNormalization.shiftGradients(hidden1Dz, gradients, HIDDEN1_SHIFTS, rows, HIDDEN1_UNITS, share);
     *
     * // dgain = Σ n·dL/dz, dshift = Σ dL/dz
     * hidden1Batch.parameterGradients(hidden1Dz, hidden1N, gradients, HIDDEN1_GAINS, HIDDEN1_SHIFTS, rows, share);
     */
    static CodeBlock parameterGradients(LayerPlan plan) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!plan.normalizes() || plan.layer().isFrozen()) {
            return code.build();
        }
        if (plan.normalizesBatch()) {
            return code.add("// $L, $L\n", Formulas.GAIN_GRADIENTS, Formulas.SHIFT_GRADIENTS)
                    .addStatement(
                            "$L.parameterGradients($L, $L, gradients,$W$L, $L, rows, share)",
                            plan.arrays().batch(),
                            plan.arrays().dz(),
                            plan.arrays().normalized(),
                            plan.names().gains(),
                            plan.names().shifts())
                    .build();
        }
        return code.add("// $L\n", Formulas.GAIN_GRADIENTS)
                .addStatement(
                        "$T.gainGradients($L, $L, gradients, $L,$Wrows, $L, share)",
                        RuntimeTypes.LAYER_NORMALIZATION,
                        plan.arrays().dz(),
                        plan.arrays().normalized(),
                        plan.names().gains(),
                        plan.zColumns())
                .add("// $L\n", Formulas.SHIFT_GRADIENTS)
                .addStatement(
                        "$T.shiftGradients($L, gradients, $L,$Wrows, $L, share)",
                        RuntimeTypes.LAYER_NORMALIZATION,
                        plan.arrays().dz(),
                        plan.names().shifts(),
                        plan.zColumns())
                .build();
    }
}
