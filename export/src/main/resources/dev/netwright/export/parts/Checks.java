package dev.netwright.export.parts;

/** One class of those that a network in one file has in it, as {@code Parts} says. */
final class Checks {
    /** Refuses an array of another length. */
    static void length(String name, float[] array, int length) {
        if (array == null) {
            throw new NullPointerException(name + " is null, but should be an array of " + length + " values.");
        }
        if (array.length != length) {
            throw new IllegalArgumentException(
                    name + " has " + array.length + " values, but should have " + length + ".");
        }
    }

    /** Refuses NaN and infinite features. */
    static void finite(float[] features) {
        for (int i = 0; i < features.length; i++) {
            if (!(Math.abs(features[i]) <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "Feature " + i + " is " + features[i] + "; every feature must be finite.");
            }
        }
    }

    /** Refuses features that pick no row of a table. */
    static void indices(float[] features, int from, int to, int vocabulary) {
        for (int i = from; i < to; i++) {
            float value = features[i];
            if (!(value >= 0f && value < vocabulary && value == (int) value)) {
                throw new IllegalArgumentException("Feature " + i + " is " + value
                        + "; it picks a row of a table, so it must be a whole number from 0 to " + (vocabulary - 1)
                        + ".");
            }
        }
    }

    /** Refuses features that scaling makes infinite. */
    static void scaled(float[] features, float[] scaled) {
        for (int i = 0; i < scaled.length; i++) {
            if (!(Math.abs(scaled[i]) <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException("Feature " + i + " is " + features[i]
                        + ", which is too many deviations from the mean that it has had in training.");
            }
        }
    }

    /** The name at some place. */
    static String name(String what, String[] names, int index) {
        if (index < 0 || index >= names.length) {
            throw new IllegalArgumentException(
                    "There is no " + what + " " + index + "; they are numbered from 0 to " + (names.length - 1) + ".");
        }
        return names[index];
    }
}
