package dev.netwright.processor.onnx;

import dev.netwright.annotations.Activation;
import java.util.Optional;

/**
 * Probabilities of two classes that come from one unit, {@code [1 - σ(z), σ(z)]}, as scikit-learn gives them: they are the softmax of {@code [0, z]}, and so
 * a layer of two units, which trains as classifiers do.
 */
final class TwoClasses {
    private TwoClasses() {}

    /** The layer; empty where data is nothing of the kind. */
    static Optional<Draft> of(Flow x) {
        boolean isPair = x.size() == 2
                && x.ports().size() == 1
                && x.ports().get(0).columns() == 1
                && isProbability(x, 0, -1, 1)
                && isProbability(x, 1, 1, 0);
        if (!isPair || !(x.ports().get(0) instanceof Draft unit) || !isSigmoid(unit)) {
            return Optional.empty();
        }
        return Optional.of(pair(unit));
    }

    /** The layer of two units whose second gives what one unit gives, a probability. */
    static Draft pair(Draft unit) {
        double[] weights = new double[2 * unit.weights().length];
        for (int i = 0; i < unit.weights().length; i++) {
            weights[2 * i + 1] = unit.weights()[i];
        }
        double[] biases = unit.biases().length == 0 ? new double[0] : new double[] {0, unit.biases()[0]};
        Draft pair = Draft.dense(Merged.of(unit), 2, weights, biases, unit.hint());
        pair.activate(Activation.SOFTMAX, Float.NaN);
        return pair;
    }

    private static boolean isProbability(Flow x, int element, double scale, double shift) {
        return x.scale(element) == scale && x.shift(element) == shift;
    }

    /** Whether a layer is a plain one, each of whose units gives a probability. */
    static boolean isSigmoid(Draft unit) {
        return unit.isProduct()
                && unit.convolution().isEmpty()
                && unit.stage() == Draft.Stage.ACTIVATED
                && unit.activation() == Activation.SIGMOID
                && unit.gains().length == 0;
    }
}
