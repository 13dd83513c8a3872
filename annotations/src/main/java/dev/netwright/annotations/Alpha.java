package dev.netwright.annotations;

/**
 * The parameter that an activation takes: its default and the open interval it must lie in. The
 * processor checks it.
 *
 * @param byDefault the value where a layer gives none
 * @param above     the value must be greater than this
 * @param below     the value must be less than this
 * @param meaning   what it is, for messages
 */
public record Alpha(float byDefault, float above, float below, String meaning) {
    /** Whether {@code value} is a number inside the interval. NaN is not. */
    public boolean allows(float value) {
        return value > above && value < below;
    }

    /** The range in words, such as {@code greater than 0 and less than 1}. */
    public String range() {
        return below == Float.POSITIVE_INFINITY
                ? "greater than " + plain(above) + " and finite"
                : "greater than " + plain(above) + " and less than " + plain(below);
    }

    private static String plain(float value) {
        return value == Math.rint(value) ? Integer.toString((int) value) : Float.toString(value);
    }
}
