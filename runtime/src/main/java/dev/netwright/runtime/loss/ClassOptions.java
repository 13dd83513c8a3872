package dev.netwright.runtime.loss;

import java.util.Arrays;

/** Checks of the numbers that describe a loss over classes. */
final class ClassOptions {
    private ClassOptions() {}

    static float smoothing(float smoothing) {
        if (!(smoothing >= 0f && smoothing < 1f)) {
            throw new IllegalArgumentException(
                    "Label smoothing must be at least 0 and less than 1, but is " + smoothing + ".");
        }
        return smoothing;
    }

    static float[] weights(float... weights) {
        for (int c = 0; c < weights.length; c++) {
            if (!(weights[c] >= 0f) || weights[c] == Float.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "The weight of class " + c + " is " + weights[c] + "; it must be finite and at least 0.");
            }
        }
        return weights.clone();
    }

    /** Such as {@code cross-entropy, label smoothing 0.1, class weights [1.0, 2.0]}. */
    static String describe(String name, float smoothing, float[] weights) {
        return name
                + (smoothing == 0f ? "" : ", label smoothing " + smoothing)
                + (weights.length == 0 ? "" : ", class weights " + Arrays.toString(weights));
    }
}
