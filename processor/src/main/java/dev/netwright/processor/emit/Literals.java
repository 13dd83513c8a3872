package dev.netwright.processor.emit;

/** Java literals of numbers, the one place that writes them. */
final class Literals {
    private Literals() {}

    /** A float with all its bits: {@code 0.01f}, {@code Float.NaN}. */
    static String of(float value) {
        if (Float.isNaN(value)) {
            return "Float.NaN";
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
        }
        return value + "f";
    }
}
