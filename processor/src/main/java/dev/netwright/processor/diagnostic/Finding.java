package dev.netwright.processor.diagnostic;

/**
 * Something that is wrong or doubtful, as a value: findings are collected, and printed once at the end.
 *
 * @param code    what it is
 * @param origin  where it is
 * @param place   where it is in words, such as {@code layer 2 of 3 (hidden2)}, or the interface's name
 * @param layer   the number of the layer from 0; from {@link #INPUT} on for inputs, {@link #NOT_A_LAYER} for others
 * @param details what was found, as the catalogue's text formats it
 * @param hint    what to do
 */
public record Finding(Code code, Origin origin, String place, int layer, String details, String hint) {
    /** Stands for a finding that no row of the shape table has; greater than any layer's number. */
    public static final int NOT_A_LAYER = Integer.MAX_VALUE;

    /** Stands for a finding about the first input; for the second it is one more, and so on. Less than any layer's number. */
    public static final int INPUT = Integer.MIN_VALUE;

    /** A finding with the catalogue's text and hint. */
    public static Finding of(Code code, Origin origin, String place, int layer, Object... arguments) {
        return new Finding(code, origin, place, layer, code.details(arguments), code.hint(arguments));
    }

    /** Whether nothing is generated because of it. */
    public boolean isError() {
        return code.isError();
    }

    /** The first line: code, place, and what was found. */
    public String headline() {
        return "[" + code.id() + "] " + place + ": " + details;
    }

    /** The whole text: the first line, the table with an arrow at the fault where there is one, and the hint. */
    public String text(ShapeTable table) {
        String shapes = layer == NOT_A_LAYER ? "" : table.pointingAt(layer);
        return headline() + "\n" + shapes + "  Hint: " + hint;
    }
}
