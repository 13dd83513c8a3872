package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.topology.OutputHead;

/**
 * What training makes small. A loss gives each row a value and the gradient of that value; the loss of a batch is the
 * mean over its rows, weighted where rows or classes have weights: {@code L = Σ w·l / Σ w}. (Keras divides by the number of
 * rows instead.) A row's value is the mean over its outputs where every output has its own target, and a sum over the classes
 * where all outputs are one distribution; without weights that is what PyTorch's losses give by default.
 *
 * <p>Below, o is an output, z its logit, t its target and p a probability. Immutable and without state, so one loss serves
 * any number of threads.
 */
@SuppressWarnings("ClassInitializationDeadlock") // Its subclasses are reached through this class alone.
public abstract class Loss {
    /** Mean over the outputs of {@code (o - t)²} (Gauss 1809). With two outputs: half the sum. */
    public static final Loss MEAN_SQUARED_ERROR = new MeanSquaredError();

    /** Mean over the outputs of {@code |o - t|} (Laplace 1774), with the gradient 0 where o is t. */
    public static final Loss MEAN_ABSOLUTE_ERROR = ElementwiseLosses.meanAbsoluteError();

    /** {@link #huber} with {@code delta = 1}. */
    public static final Loss HUBER = huber(1f);

    /** Mean over the outputs of {@code log cosh(o - t)}: square near 0 and straight far off. */
    public static final Loss LOG_COSH = ElementwiseLosses.logCosh();

    /**
     * Mean over the outputs of {@code -t·log o - (1 - t)·log(1 - o)}, for outputs that are probabilities of their own
     * (Bishop 2006, section 4.3). Targets from 0 to 1, or labels: two classes for one output. Exact at the logits after
     * {@code SIGMOID}; after other activations probabilities are kept 1e-7 from 0 and 1.
     */
    public static final BinaryCrossEntropy BINARY_CROSS_ENTROPY = new BinaryCrossEntropy();

    /**
     * {@code -Σ t·log p} over the classes, for outputs that are a distribution: after {@code SOFTMAX} or
     * {@code LOG_SOFTMAX}, and exact at the logits (Bridle 1990). Targets are labels or distributions.
     */
    public static final CrossEntropy CROSS_ENTROPY = new CrossEntropy("cross-entropy", false);

    /**
     * {@code Σ t·log(t / p)} over the classes (Kullback and Leibler 1951): cross-entropy less the targets' own entropy,
     * with {@code 0·log 0 = 0}. After {@code SOFTMAX} or {@code LOG_SOFTMAX}. This is PyTorch's {@code KLDivLoss} with
     * {@code batchmean}; its default divides by the number of classes as well.
     */
    public static final CrossEntropy KULLBACK_LEIBLER = new CrossEntropy("Kullback-Leibler divergence", true);

    /**
     * Mean over the outputs of {@code o - t·log o}, for counts t (Nelder and Wedderburn 1972); the part that depends on t
     * alone is left out. Exact at the logits after {@code EXPONENTIAL}, where it is {@code exp(z) - t·z}; after other
     * activations outputs are kept at least 1e-7.
     */
    public static final Loss POISSON = ElementwiseLosses.poisson();

    /**
     * {@code max(0, 1 - t·o)}, the mean over the outputs, for targets -1 and 1 (Cortes and Vapnik 1995). With labels and
     * several outputs {@code max(0, 1 + largest other output - output of the label)} (Crammer and Singer 2001), of equal
     * rivals the first; with two classes and one output, class 0 is -1 and class 1 is 1. At the margin itself the gradient is
     * 0.
     */
    public static final Loss HINGE = new Hinge();

    /**
     * Mean over the outputs of {@code e²/2} where {@code |e| <= delta} and {@code delta·(|e| - delta/2)} elsewhere, with
     * {@code e = o - t} (Huber 1964). PyTorch's {@code SmoothL1Loss} is this divided by delta.
     *
     * @throws IllegalArgumentException if {@code delta} is not positive and finite
     */
    public static Loss huber(float delta) {
        return ElementwiseLosses.huber(delta);
    }

    /** Anybody may write a kind of their own. */
    protected Loss() {}

    /** The name in the field's words, for logs and tables. */
    public abstract String name();

    /**
     * Refuses what cannot be computed for a head, before any parameter changes.
     *
     * @throws IllegalArgumentException if the targets or the last activation do not suit this loss; the message has both
     */
    public abstract void check(OutputHead head, Targets targets);

    /**
     * Whether the gradient is taken at the logits for outputs of this activation, because the two belong
     * together: the gradient is then simple and exact however large the logits are.
     */
    public abstract boolean fusesWith(Activation activation);

    /** The same for the last activation of a head. With a function of the user's no loss belongs together. */
    public final boolean fusesWith(OutputHead head) {
        return head.activation() instanceof Activation known && fusesWith(known);
    }

    /** The weight of one row: its sample weight times, for a loss that has them, its class weight. */
    public double weight(Targets targets, int row) {
        return targets.weight(row);
    }

    /**
     * Whether all rows of the targets have the weight 1, so that nobody need ask for each. {@code false} is always right,
     * and what a loss with weights of its own answers.
     */
    public boolean weighsAlike(Targets targets) {
        return false;
    }

    /**
     * The losses of the rows of a forward pass and their gradients. Row {@code r} of the pass has row {@code firstRow + r} of
     * the targets.
     *
     * @param predictions what a head gave in a forward pass
     * @param targets     the targets of at least {@code firstRow + predictions.rows()} rows
     * @param firstRow    the target row of the pass's first row
     * @param scale       what every gradient is multiplied with, usually {@code 1 / Σ w} of the whole batch
     * @param gradients   receives {@code scale·w·∂l}, {@code rows x units} of the head: at the logits where the loss
     *                    {@linkplain #fusesWith fuses}, at the outputs otherwise
     * @param losses      receives {@code w·l} of each row, {@code rows x 1}, not scaled; one for each row, since a sum
     *                    over some rows would be rounded differently where batches are cut differently
     */
    public abstract void evaluate(
            Predictions predictions, Targets targets, int firstRow, double scale, float[] gradients, double[] losses);

    @Override
    public String toString() {
        return name();
    }
}
