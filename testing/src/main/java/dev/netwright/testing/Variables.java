package dev.netwright.testing;

import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.WeightedLayer;
import dev.netwright.testing.GradientReport.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * What gradients are taken by: the parameters of a layer, or the features of an input in all rows. They have numbers from 0.
 *
 * @param owner     the name of the layer or the input
 * @param count     how many there are
 * @param names     what a number is called
 * @param indices   where a number is among all parameters, or all features
 * @param gradients of an objective by all parameters, or all features
 * @param slopes    central differences by what is at an index; none by the parameters of a frozen layer or by what picks rows of a table,
 *                  whose gradients are 0 by declaration, whatever they do to the outputs
 */
record Variables(
        Kind kind,
        String owner,
        int count,
        IntFunction<String> names,
        IntUnaryOperator indices,
        Function<Objective, Comparison> gradients,
        Optional<IntFunction<Optional<List<CentralDifference>>>> slopes) {
    /** The weights of a layer, then its biases, gains and shifts. */
    static Variables of(NetworkLayer layer, Slopes slopes) {
        int offset = layer instanceof WeightedLayer weighted
                ? weighted.weightsOffset()
                : layer.treatment().gainsOffset();
        boolean isFrozen =
                layer instanceof WeightedLayer weighted && !weighted.training().isTrained();
        return new Variables(
                Kind.PARAMETERS,
                layer.name(),
                layer.parameterCount(),
                number -> name(layer, number),
                number -> offset + number,
                Objective::parameters,
                isFrozen ? Optional.empty() : Optional.of(slopes::byParameter));
    }

    private static String name(NetworkLayer layer, int number) {
        int left = number;
        if (layer instanceof WeightedLayer weighted) {
            if (left < weighted.weightCount()) {
                return "weight " + place(left, weighted.weightColumns());
            }
            left -= weighted.weightCount();
            if (left < weighted.biasCount()) {
                return "bias [" + left + "]";
            }
            left -= weighted.biasCount();
        }
        return left < layer.gainCount() ? "gain [" + left + "]" : "shift [" + (left - layer.gainCount()) + "]";
    }

    /**
     * The features of an input, row after row.
     *
     * @param from      the first of its columns
     * @param columns   those of all inputs
     * @param isOfIndices whether embeddings read it
     */
    static Variables of(NetworkInput input, int from, int rows, int columns, boolean isOfIndices, Slopes slopes) {
        return new Variables(
                Kind.INPUT,
                input.name(),
                rows * input.size(),
                number -> "row and feature " + place(number, input.size()),
                number -> number / input.size() * columns + from + number % input.size(),
                Objective::inputs,
                isOfIndices ? Optional.empty() : Optional.of(slopes::byInput));
    }

    /** The name of an element of a matrix. */
    static String place(int number, int columns) {
        return "[" + number / columns + "][" + number % columns + "]";
    }

    /** The number whose generated gradient is farthest from the reference. */
    int worst(Objective objective) {
        Comparison all = gradients.apply(objective);
        int worst = 0;
        for (int number = 1; number < count; number++) {
            worst = all.share(index(number)) > all.share(index(worst)) ? number : worst;
        }
        return worst;
    }

    /** How many gradients are exactly 0 in the reference. */
    int zeros(Objective objective) {
        Comparison all = gradients.apply(objective);
        int zeros = 0;
        for (int number = 0; number < count; number++) {
            zeros += all.isZero(index(number)) ? 1 : 0;
        }
        return zeros;
    }

    /** Where a number is among all of its kind. */
    int index(int number) {
        return indices.applyAsInt(number);
    }
}
