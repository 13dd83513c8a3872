package dev.netwright.processor.onnx;

import dev.netwright.annotations.Normalization;
import java.util.Arrays;
import java.util.Optional;

/** Normalises data, as part of the layer that gives it or in one of its own. */
final class Normalizing {
    /** In place of one that a layer cannot have. */
    private static final double DEFAULT_EPSILON = Normalization.DEFAULT_EPSILON;

    private final Layers layers;
    private final Scaling scaling;

    Normalizing(Layers layers, Scaling scaling) {
        this.layers = layers;
        this.scaling = scaling;
    }

    /**
     * Over all elements of a sample. An ε that is too large for a layer is another where x is scaled: {@code (c·x - c·mean) / √(c²·variance + c²·ε)}.
     *
     * @param gains  one for each element
     * @param shifts one for each element
     */
    Flow layer(Flow x, double[] gains, double[] shifts, double epsilon) throws UnsupportedException {
        double own = own(epsilon);
        Flow scaled = own == epsilon ? x : scaling.apply(x, Math.sqrt(own / epsilon), 0);
        Flow settled = scaling.settled(scaled.isComplete() ? scaled : scaling.output(scaled));
        Optional<Draft> open = layers.openBefore(Draft.Stage.NORMALIZED, settled);
        Merged merged = Merged.of(settled);
        // The columns of a layer that is joined of several are its own.
        int[] columns = merged.columns();
        double[] placedGains = new double[columns.length];
        double[] placedShifts = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            placedGains[columns[i]] = gains[i];
            placedShifts[columns[i]] = shifts[i];
        }
        Draft draft = open.isPresent() ? open.get() : layers.add(Draft.joined(merged, ""));
        draft.normalizeLayer(placedGains, placedShifts, (float) own);
        return Flow.of(draft, settled.shape(), columns);
    }

    private static double own(double epsilon) {
        return epsilon > 0 && epsilon <= 1 ? epsilon : DEFAULT_EPSILON;
    }

    /**
     * Over the batch, with running means and variances; all arrays have a number for each element.
     *
     * @param variances with ε
     */
    Flow batch(Flow x, double[] gains, double[] shifts, double[] means, double[] variances, double epsilon)
            throws UnsupportedException {
        double own = own(epsilon);
        Flow settled = scaling.settled(x);
        PixelView.arrangeInput(settled);
        Optional<Draft> open = layers.openBefore(Draft.Stage.NORMALIZED, settled);
        Merged merged = Merged.of(settled);
        int channels = (int)
                (open.isPresent()
                        ? open.get().preactivation().channels()
                        : merged.shape().channels());
        Optional<double[]> ofMeans = Layers.ofChannels(means, merged.columns(), channels);
        Optional<double[]> ofVariances = Layers.ofChannels(variances, merged.columns(), channels);
        Optional<double[]> ofGains = Layers.ofChannels(gains, merged.columns(), channels);
        Optional<double[]> ofShifts = Layers.ofChannels(shifts, merged.columns(), channels);
        boolean isByChannel = settled.isComplete()
                && ofMeans.isPresent()
                && ofVariances.isPresent()
                && ofGains.isPresent()
                && ofShifts.isPresent();
        if (!isByChannel) {
            return asScaling(x, gains, shifts, means, variances);
        }
        Draft draft = open.isPresent() ? open.get() : layers.add(Draft.joined(merged, ""));
        double[] ownVariances = ofVariances.get();
        double[] ownGains = ofGains.get();
        for (int i = 0; i < channels; i++) {
            // So that with the layer's ε the quotient is the same.
            double variance = Math.max(0, ownVariances[i] - own);
            ownGains[i] *= Math.sqrt((variance + own) / ownVariances[i]);
            ownVariances[i] = variance;
        }
        draft.normalizeBatch(ownGains, ofShifts.get(), ofMeans.get(), ownVariances, (float) own);
        return Flow.of(draft, settled.shape(), merged.columns());
    }

    /** What it is in predictions, for data that has been arranged otherwise than its channels. */
    private Flow asScaling(Flow x, double[] gains, double[] shifts, double[] means, double[] variances) {
        double[] scale = new double[gains.length];
        double[] shift = new double[gains.length];
        Arrays.setAll(scale, i -> gains[i] / Math.sqrt(variances[i]));
        Arrays.setAll(shift, i -> shifts[i] - means[i] * scale[i]);
        return scaling.apply(x, scale, shift);
    }
}
