package dev.netwright.processor.emit;

import dev.netwright.annotations.Activation;
import dev.netwright.processor.model.DenseLayer;

/** The formulas of a layer in comments, from the one table of activations. */
final class Formulas {
    private Formulas() {}

    /** {@code z = x·W + b}. */
    static String preactivation(DenseLayer layer) {
        return layer.bias() ? "z = x·W + b" : "z = x·W";
    }

    /** {@code a = max(0, z)}, with the value of α where there is one. */
    static String activation(DenseLayer layer) {
        return withAlpha(layer.activation().formula(), layer);
    }

    /** {@code f'(z) = z > 0 ? 1 : 0}, or for softmax and log-softmax the Jacobian. */
    static String derivative(DenseLayer layer) {
        String derivative = layer.activation().derivative();
        return withAlpha(layer.activation().isElementwise() ? "f'(z) = " + derivative : derivative, layer);
    }

    /** How dL/dz follows from dL/da. */
    static String delta(DenseLayer layer) {
        if (layer.activation() == Activation.SOFTMAX) {
            return "dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)";
        }
        if (layer.activation() == Activation.LOG_SOFTMAX) {
            return "dL/dzᵢ = dL/daᵢ - exp(aᵢ)·Σ dL/da";
        }
        return "dL/dz = dL/da·f'(z)";
    }

    private static String withAlpha(String formula, DenseLayer layer) {
        return Float.isNaN(layer.alpha()) ? formula : formula + ", α = " + layer.alpha();
    }
}
