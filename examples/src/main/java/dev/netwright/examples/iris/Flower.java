package dev.netwright.examples.iris;

import java.util.Locale;

/** What is measured of a flower, in cm. */
record Flower(float sepalLength, float sepalWidth, float petalLength, float petalWidth) {
    /** From its four measures in their order. */
    static Flower of(float[] measures) {
        return new Flower(measures[0], measures[1], measures[2], measures[3]);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "sepals of %.1f x %.1f cm and petals of %.1f x %.1f cm",
                sepalLength,
                sepalWidth,
                petalLength,
                petalWidth);
    }
}
