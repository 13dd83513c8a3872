package dev.netwright.runtime.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * The features of a record. Generated classes extend it with a line for each component, in which one of the methods below makes a
 * component's value one feature or several. A value is missing where it is null or NaN: that is an error, or where the
 * component declares it, a number takes the place of all its features. What is infinite is always an error.
 *
 * @param <S> the record
 */
public abstract class RecordFeatures<S> extends SampleFeatures<S> {
    private static final float NONE = Float.NaN;

    /** @param count features of all components */
    protected RecordFeatures(int count) {
        super(count);
    }

    /** A number. */
    protected static float number(String name, float value) {
        return number(name, value, NONE);
    }

    /** A number, or what is declared for NaN. */
    protected static float number(String name, float value, float missing) {
        if (Float.isFinite(value)) {
            return value;
        }
        return Float.isNaN(value) ? declared(name, "NaN", missing) : refuseInfinite(name, value);
    }

    /** A number, rounded to a float. */
    protected static float number(String name, double value) {
        return number(name, value, NONE);
    }

    /** A number, rounded to a float, or what is declared for NaN. */
    protected static float number(String name, double value, float missing) {
        float rounded = (float) value;
        return Float.isInfinite(rounded) ? refuseInfinite(name, value) : number(name, rounded, missing);
    }

    /** A number that may be null. */
    protected static float number(String name, Number value) {
        return number(name, value, NONE);
    }

    /** A number, or what is declared for null and NaN. */
    protected static float number(String name, Number value, float missing) {
        if (value == null) {
            return declared(name, "null", missing);
        }
        return value instanceof Double exact
                ? number(name, exact.doubleValue(), missing)
                : number(name, value.floatValue(), missing);
    }

    /** 1 for yes and 0 for no. */
    protected static float flag(boolean value) {
        return value ? 1f : 0f;
    }

    /** The same of a value that may be null. */
    protected static float flag(String name, Boolean value) {
        return flag(name, value, NONE);
    }

    /** The same, or what is declared for null. */
    protected static float flag(String name, Boolean value, float missing) {
        return value == null ? declared(name, "null", missing) : flag(value.booleanValue());
    }

    /** 1 for the constant that it is and 0 for the others, from {@code from} up to but not including {@code to}. */
    protected static void oneHot(String name, Enum<?> value, float[] rows, int from, int to) {
        oneHot(name, value, rows, from, to, NONE);
    }

    /** The same, or what is declared for null. */
    @SuppressWarnings("EnumOrdinal") // The order of the constants is that of the columns.
    protected static void oneHot(String name, Enum<?> value, float[] rows, int from, int to, float missing) {
        if (value == null) {
            Arrays.fill(rows, from, to, declared(name, "null", missing));
            return;
        }
        if (value.ordinal() >= to - from) {
            throw new IllegalArgumentException(
                    name + " is " + value.name() + ", but when the network was compiled there were " + (to - from)
                            + " constants and it was none of them; compile it again.");
        }
        Arrays.fill(rows, from, to, 0f);
        rows[from + value.ordinal()] = 1f;
    }

    /**
     * Numbers of an array, from {@code from} up to but not including {@code to}.
     *
     * @param values an array of primitive numbers or booleans, as long as declared
     */
    protected static void elements(String name, Object values, float[] rows, int from, int to) {
        elements(name, values, rows, from, to, NONE);
    }

    /** The same, or what is declared for null and NaN. */
    protected static void elements(String name, Object values, float[] rows, int from, int to, float missing) {
        if (values == null) {
            Arrays.fill(rows, from, to, declared(name, "null", missing));
        } else {
            Elements.write(name, values, rows, from, to, missing);
        }
    }

    /** The place of a constant among those of its enum, which picks a row of a table. */
    @SuppressWarnings("EnumOrdinal") // The order of the constants is that of the rows.
    protected static float index(String name, Enum<?> value) {
        return picked(name, value).ordinal();
    }

    /** A whole number that picks a row of a table. */
    protected static float index(String name, int value) {
        return value;
    }

    /** The same of one that may be null. */
    protected static float index(String name, Number value) {
        return picked(name, value).intValue();
    }

    private static <T> T picked(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    name + " is null, but it picks a row of a table; give its enum a constant"
                            + " for what is missing, or leave the sample out.");
        }
        return value;
    }

    /** A record within a record, which must not be null. */
    protected static <T> T present(String name, T value) {
        if (value == null) {
            declared(name, "null", NONE);
        }
        return Objects.requireNonNull(value);
    }

    /** What is declared for a record within a record that is null. */
    protected static void fill(float[] rows, int from, int to, float missing) {
        Arrays.fill(rows, from, to, missing);
    }

    private static float declared(String name, String value, float missing) {
        if (Float.isNaN(missing)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", and the record declares nothing for what is missing; write"
                            + " @Feature(missing = ...) at the component, or leave the sample out.");
        }
        return missing;
    }

    private static float refuseInfinite(String name, double value) {
        throw new IllegalArgumentException(name + " is " + value + "; every feature must be finite, also as a float.");
    }
}
