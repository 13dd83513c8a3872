package dev.netwright.processor.emit;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Merge;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.plan.Contribution;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.Operand;
import java.util.List;

/** The formulas of a layer in comments, from the one table of activations. */
final class Formulas {
    static final String NORMALIZED = "n = (u - mean) / √(variance + ε)";
    static final String NORMALIZATION_GRADIENTS = "dL/du = (g - mean(g) - n·mean(g·n)) / √(variance + ε)";
    static final String BATCH_GRADIENTS = "dL/du = gain·(dL/dz - mean(dL/dz) - n·mean(n·dL/dz)) / √(variance + ε)";
    static final String GAINED = "g = gain·dL/dz";
    static final String GAIN_GRADIENTS = "dgain = Σ n·dL/dz";
    static final String SHIFT_GRADIENTS = "dshift = Σ dL/dz";

    private static final String FOR_A_CALLER = "for a caller who has it.";

    private Formulas() {}

    /** The pre-activation as the product or the sources give it: what is normalised is called u before. */
    static String product(LayerPlan plan) {
        return plan.normalizes() ? "u" : "z";
    }

    /** {@code db = Σ dL/dz}. */
    static String biasGradients(LayerPlan plan) {
        return "db = Σ dL/d" + product(plan);
    }

    /** {@code z = x·W + b}; without weights what is read or merged. */
    static String preactivation(LayerPlan plan) {
        if (plan.embeds()) {
            return product(plan) + " = W[x]";
        }
        if (plan.hasWeights()) {
            String x = plan.convolves() ? "patch(x)" : "x";
            return product(plan) + " = " + x + (plan.layer().bias() ? "·W + b" : "·W");
        }
        return product(plan) + " = " + sources(plan);
    }

    /** How the gradients of the weights follow from dL/dz. */
    static String weightGradients(LayerPlan plan) {
        if (plan.embeds()) {
            return "dW[x] = Σ dL/d" + product(plan) + " over the samples that pick the row";
        }
        return "dW = "
                + (plan.convolves() ? "patch(x)" : "x")
                + "ᵀ·dL/d" + product(plan)
                + (plan.convolves() ? ", summed over the pixels" : "");
    }

    /** How dL/dx follows from dL/dz. */
    static String inputGradients(LayerPlan plan) {
        if (plan.embeds()) {
            return "dL/dx = 0: from one whole number to the next nothing is smooth";
        }
        return plan.convolves()
                ? "dL/dx = Σ dL/d" + product(plan) + "·Wᵀ over the patches that x is in"
                : "dL/dx = dL/d" + product(plan) + "·Wᵀ";
    }

    /** {@code p = max a over each window}. */
    static String pool(LayerPlan plan) {
        return plan.layer().pool().orElseThrow().pooling().formula();
    }

    /** How dL/da follows from dL/dp. */
    static String poolBackward(LayerPlan plan) {
        return plan.layer().pool().orElseThrow().pooling().isMaximum()
                ? "dL/da = Σ dL/dp over the windows whose maximum a is"
                : "dL/da = Σ dL/dp / n over the windows of n values that a is in";
    }

    /** {@code x = [hidden1, input]}; where there are no weights it is z that is merged. */
    static String merge(LayerPlan plan) {
        return (plan.hasWeights() ? "x" : product(plan)) + " = " + sources(plan);
    }

    /** From n to z. */
    static String normalization(LayerPlan plan) {
        return plan.normalizes() ? "z = gain·n + shift" : "";
    }

    private static String sources(LayerPlan plan) {
        List<String> names = plan.sources().stream().map(Operand::name).toList();
        if (names.size() == 1) {
            return names.get(0);
        }
        return switch (plan.layer().merge()) {
            case CONCATENATE -> "[" + String.join(", ", names) + "]";
            case ADD -> String.join(" + ", names);
            case MULTIPLY -> String.join("·", names);
        };
    }

    /** {@code d = a·m}. */
    static String dropout(LayerPlan plan) {
        return plan.dropsOut() ? "d = " + (plan.pools() ? "p·m" : "a·m") : "";
    }

    /** {@code y = a + hidden1}. */
    static String residual(LayerPlan plan, Operand residual) {
        return "y = " + (plan.dropsOut() ? "d" : plan.pools() ? "p" : "a") + " + " + residual.name();
    }

    /** What dL/dx is where it is stored at once for the only one that it belongs to. */
    static String inputGradients(LayerPlan plan, Operand to) {
        return inputGradients(plan)
                + (to.isInput() ? "" : ", which is dL/d" + to.gradientOf() + " of layer " + to.name());
    }

    /** {@code dL/da of hidden1 += dL/dx}, with the other factors of a product. */
    static String contribution(LayerPlan plan, Contribution part) {
        String target = part.to().isInput()
                ? "dL/d" + part.to().name()
                : "dL/d" + part.to().gradientOf() + " of " + part.to().name();
        return target + (part.adds() ? " += " : " = ") + contributed(plan, part);
    }

    private static String contributed(LayerPlan plan, Contribution part) {
        if (part.isResidual()) {
            return "dL/dy";
        }
        StringBuilder formula = new StringBuilder(plan.hasWeights() ? "dL/dx" : "dL/d" + product(plan));
        for (int i = 0; plan.isProduct(part) && i < plan.sources().size(); i++) {
            if (i != part.index()) {
                formula.append('·').append(plan.sources().get(i).name());
            }
        }
        boolean isBeside = plan.layer().isMerging() && plan.layer().merge() == Merge.CONCATENATE;
        return isBeside ? formula + ", its columns" : formula.toString();
    }

    /** {@code a = max(0, z)}, with the value of α where there is one. */
    static String activation(LayerModel layer) {
        return withAlpha(layer.activation().formula(), layer);
    }

    /** {@code f'(z) = z > 0 ? 1 : 0}, or for softmax and log-softmax the Jacobian. */
    static String derivative(LayerModel layer) {
        String derivative = layer.activation().derivative();
        return layer.activation().isElementwise()
                ? withAlpha("f'(z) = " + derivative, layer)
                : derivative + ", δᵢⱼ = 1 where i = j, else 0";
    }

    /** How dL/dz follows from dL/da. */
    static String delta(LayerModel layer) {
        if (!(layer.activation() instanceof Activation activation)) {
            return "dL/dz = dL/da·f'(z)";
        }
        return switch (activation) {
            case IDENTITY -> "dL/dz = dL/da";
            case SOFTMAX -> "dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)";
            case LOG_SOFTMAX -> "dL/dzᵢ = dL/daᵢ - exp(aᵢ)·Σ dL/da";
            default -> "dL/dz = dL/da·f'(z)";
        };
    }

    /** What dL/dz is with the loss that belongs together with the last activation, for one sample with targets t. */
    static String atTheLogits(LayerModel last) {
        String difference = last.units() == 1 ? "a - t" : "(a - t) / " + last.units();
        if (!(last.activation() instanceof Activation activation)) {
            return FOR_A_CALLER;
        }
        return switch (activation) {
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
            default -> FOR_A_CALLER;
        };
    }

    private static String withAlpha(String formula, LayerModel layer) {
        return Float.isNaN(layer.alpha()) ? formula : formula + ", α = " + layer.alpha();
    }
}
