package dev.netwright.processor.onnx;

import dev.netwright.annotations.Activation;
import java.util.Arrays;

/**
 * What divides each sample's values by their sum, as scikit-learn's converter writes it behind linear classifiers: probabilities of all classes have the sum 1 already.
 */
final class Probabilities {
    private Probabilities() {}

    /** The same data, or a layer in its place whose probabilities have the sum 1. */
    static Flow normalized(Call call, Layers layers) throws UnsupportedException {
        Flow x = call.flow(0);
        String norm = call.node().text("norm", "MAX");
        boolean isAll = x.ports().size() == 1 && x.isInOrder() && !x.isScaled();
        if (norm.equals("L1") && isAll && x.ports().get(0) instanceof Draft draft) {
            if (draft.activation() == Activation.SOFTMAX && draft.stage() == Draft.Stage.ACTIVATED) {
                return x;
            }
            if (TwoClasses.isSigmoid(draft) && draft.size() == 2 && areOpposite(draft)) {
                return x.from(layers.add(softmax(draft)));
            }
        }
        throw new UnsupportedException(
                "it divides the values of a sample by their norm, " + Quotes.plain(norm)
                        + ", and they are no probabilities of classes with the sum 1",
                "let the model give them as they are, or with Softmax");
    }

    /** Whether two units give {@code σ(-z)} and {@code σ(z)}. */
    private static boolean areOpposite(Draft draft) {
        return areOpposite(draft.weights()) && areOpposite(draft.biases());
    }

    private static boolean areOpposite(double[] ofUnits) {
        for (int i = 0; i < ofUnits.length; i += 2) {
            if (ofUnits[i] != -ofUnits[i + 1]) {
                return false;
            }
        }
        return true;
    }

    /** {@code [σ(-z), σ(z)]} is the softmax of {@code [-z/2, z/2]}. */
    private static Draft softmax(Draft draft) {
        Draft pair = Draft.dense(Merged.of(draft), 2, halves(draft.weights()), halves(draft.biases()), draft.hint());
        pair.activate(Activation.SOFTMAX, Float.NaN);
        return pair;
    }

    private static double[] halves(double[] numbers) {
        return Arrays.stream(numbers).map(number -> number / 2).toArray();
    }
}
