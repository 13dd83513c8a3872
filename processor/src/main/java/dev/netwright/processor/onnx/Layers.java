package dev.netwright.processor.onnx;

import dev.netwright.processor.model.NetworkModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The layers that have been put together so far, each after all that it reads, and what all ways to go on have in common. */
final class Layers {
    private static final String SMALLER = "make the model smaller";

    private final List<Draft> drafts = new ArrayList<>();

    List<Draft> drafts() {
        return drafts;
    }

    Draft add(Draft draft) throws UnsupportedException {
        if (drafts.size() == NetworkModel.MOST_LAYERS) {
            throw new UnsupportedException("with it the network has more than " + drafts.size() + " layers", SMALLER);
        }
        if (draft.output().size() > Integer.MAX_VALUE - 8) {
            throw new UnsupportedException("its result has more values than an array holds", SMALLER);
        }
        drafts.add(draft);
        return draft;
    }

    /** Whether a port can be read by a layer that there is already. */
    boolean isBefore(Port port, Draft draft) {
        return port instanceof DraftInput || drafts.indexOf((Draft) port) < drafts.indexOf(draft);
    }

    /** The layer that gives some data and nobody else reads, so that it can do more; empty where there is none. */
    Optional<Draft> open(Flow flow) {
        boolean isOwn = !flow.isShared()
                && !flow.isScaled()
                && flow.ports().size() == 1
                && flow.ports().get(0) instanceof Draft
                && flow.isComplete();
        return isOwn ? Optional.of((Draft) flow.ports().get(0)) : Optional.empty();
    }

    /** Such a layer that has not come to a stage. */
    Optional<Draft> openBefore(Draft.Stage stage, Flow flow) {
        return open(flow).filter(draft -> draft.isBefore(stage));
    }

    /**
     * A dense layer, {@code x·W + b}.
     *
     * @param weights {@code elements x units}, of the elements of x in their order
     * @param biases  one for each unit, or none
     */
    Draft dense(Flow x, int units, double[] weights, double[] biases, String hint) throws UnsupportedException {
        Merged merged = Merged.of(x);
        double[] placed = new double[elements((long) merged.size() * units)];
        boolean isMoved = biases.length > 0 || x.isMoved();
        double[] moved = Arrays.copyOf(biases, isMoved ? units : 0);
        for (int element = 0; element < x.size(); element++) {
            int row = merged.columns()[element] * units;
            for (int unit = 0; unit < units; unit++) {
                double weight = weights[element * units + unit];
                placed[row + unit] += x.scale(element) * weight;
                if (isMoved) {
                    moved[unit] += x.shift(element) * weight;
                }
            }
        }
        return add(Draft.dense(merged, units, placed, moved, hint));
    }

    /**
     * A dense layer that gives every element of x by itself.
     *
     * @param places the unit of each element
     */
    Draft picked(Flow x, int[] places) throws UnsupportedException {
        Merged merged = Merged.of(x);
        int units = x.size();
        double[] weights = new double[elements((long) merged.size() * units)];
        double[] biases = new double[x.isMoved() ? units : 0];
        for (int element = 0; element < units; element++) {
            weights[merged.columns()[element] * units + places[element]] = x.scale(element);
            if (x.isMoved()) {
                biases[places[element]] = x.shift(element);
            }
        }
        return add(Draft.dense(merged, units, weights, biases, ""));
    }

    /** A limit on what the expansion of a small file may become. */
    static int elements(long count) throws UnsupportedException {
        if (count > Tensor.MOST_ELEMENTS) {
            throw new UnsupportedException(
                    "as a layer it has " + count + " weights, more than " + Tensor.MOST_ELEMENTS, SMALLER);
        }
        return (int) count;
    }

    /** Numbers of elements as those of the channels or units that the elements belong to; empty where two of one channel differ. */
    static Optional<double[]> ofChannels(double[] ofElements, int[] columns, int channels) {
        double[] found = new double[channels];
        Arrays.fill(found, Double.NaN);
        for (int i = 0; i < ofElements.length; i++) {
            int channel = columns[i] % channels;
            boolean isNew = Double.isNaN(found[channel]);
            if (!isNew && found[channel] != ofElements[i]) {
                return Optional.empty();
            }
            found[channel] = ofElements[i];
        }
        return Arrays.stream(found).anyMatch(Double::isNaN) ? Optional.empty() : Optional.of(found);
    }

    /** As many of one number. */
    static double[] filled(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
