package dev.netwright.processor.emit;

import dev.netwright.processor.model.DenseLayer;

/** The formulas of a layer in comments, from the one table of activations. */
final class Formulas {
    static final String WEIGHT_GRADIENTS = "dW = xᵀ·dL/dz";
    static final String BIAS_GRADIENTS = "db = Σ dL/dz";
    static final String INPUT_GRADIENTS = "dL/dx = dL/dz·Wᵀ";

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
        return layer.activation().isElementwise()
                ? withAlpha("f'(z) = " + derivative, layer)
                : derivative + ", δᵢⱼ = 1 where i = j, else 0";
    }

    /** How dL/dz follows from dL/da. */
    static String delta(DenseLayer layer) {
        return switch (layer.activation()) {
            case IDENTITY -> "dL/dz = dL/da";
            case SOFTMAX -> "dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)";
            case LOG_SOFTMAX -> "dL/dzᵢ = dL/daᵢ - exp(aᵢ)·Σ dL/da";
            default -> "dL/dz = dL/da·f'(z)";
        };
    }

    /** What dL/dz is with the loss that belongs together with the last activation, for one sample with targets t. */
    static String atTheLogits(DenseLayer last) {
        String difference = last.units() == 1 ? "a - t" : "(a - t) / " + last.units();
        return switch (last.activation()) {
            case IDENTITY -> "which is dL/da as well.";
            case SOFTMAX -> """
                which is a - t for cross-entropy with targets t: finite
                however large the logits are, while dL/da = -t / a is not.""";
            case LOG_SOFTMAX -> "which is exp(a) - t for cross-entropy with targets t.";
            case SIGMOID -> """
                which is %s for binary cross-entropy with targets t: finite
                however large the logits are, while dL/da, which divides by a·(1 - a), is not.""".formatted(difference);
            case EXPONENTIAL -> """
                which is %s for the Poisson loss with targets t: finite
                where a has become 0, while dL/da, which divides by a, is not.""".formatted(difference);
            default -> "for a caller who has it.";
        };
    }

    private static String withAlpha(String formula, DenseLayer layer) {
        return Float.isNaN(layer.alpha()) ? formula : formula + ", α = " + layer.alpha();
    }
}
