package dev.netwright.runtime.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Numbers with a name and a shape, row-major: the last dimension's neighbours lie side by side. A shape of no dimensions is that of a
 * single number. The array of its numbers is live: it is kept as it was given, and handed out so.
 */
public final class Tensor {
    /** The longest array that every JVM can allocate. */
    static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

    private final String name;
    private final List<Integer> shape;
    private final NumberArray numbers;

    /** Of the file that it was read from, for messages; empty where there is none. */
    private final String source;

    Tensor(String name, List<Integer> shape, NumberArray numbers) {
        this(name, shape, numbers, "");
    }

    Tensor(String name, List<Integer> shape, NumberArray numbers, String source) {
        this.name = Objects.requireNonNull(name, "name");
        this.shape = List.copyOf(shape);
        this.numbers = numbers;
        this.source = source;
    }

    /**
     * Of floats, {@code F32}.
     *
     * @throws IllegalArgumentException if the shape has a negative size, or not as many elements as there are numbers
     */
    public static Tensor of(String name, float[] numbers, int... shape) {
        return new Tensor(name, checked(name, numbers.length, shape), new NumberArray.Floats(numbers));
    }

    /**
     * Of doubles, {@code F64}.
     *
     * @throws IllegalArgumentException if the shape has a negative size, or not as many elements as there are numbers
     */
    public static Tensor of(String name, double[] numbers, int... shape) {
        return new Tensor(name, checked(name, numbers.length, shape), new NumberArray.Doubles(numbers));
    }

    /**
     * Of whole numbers, {@code I64}.
     *
     * @throws IllegalArgumentException if the shape has a negative size, or not as many elements as there are numbers
     */
    public static Tensor of(String name, long[] numbers, int... shape) {
        return new Tensor(name, checked(name, numbers.length, shape), new NumberArray.Longs(numbers));
    }

    private static List<Integer> checked(String name, int count, int[] shape) {
        Objects.requireNonNull(name, "name");
        List<Integer> sizes = new ArrayList<>();
        long elements = 1;
        for (int size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException(
                        "A size of tensor " + JsonText.quote(name) + " is " + size + "; sizes are at least 0.");
            }
            sizes.add(size);
            // Once beyond what any array holds it need not be exact, but must not overflow; a size of 0 may still
            // follow.
            elements = Math.min(elements, Integer.MAX_VALUE) * size;
        }
        if (elements != count) {
            throw new IllegalArgumentException(
                    "Tensor " + JsonText.quote(name) + " has " + count + (count == 1 ? " number" : " numbers")
                            + ", but its shape " + sizes + " has " + elements + " elements.");
        }
        return sizes;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its sizes, outermost first; unmodifiable. */
    public List<Integer> shape() {
        return shape;
    }

    /** Its elements: the product of its sizes. */
    public int count() {
        return numbers.count();
    }

    /**
     * What its numbers are kept as: {@code F32}, {@code F64} or {@code I64}. Narrower numbers of a file are widened when they are read,
     * which changes none.
     */
    public String type() {
        return numbers.type().name();
    }

    /**
     * Its numbers, live.
     *
     * @throws IllegalStateException if they are no floats
     */
    public float[] floats() {
        if (numbers instanceof NumberArray.Floats floats) {
            return floats.values();
        }
        throw refusal("floats", "F32");
    }

    /**
     * Its numbers, live.
     *
     * @throws IllegalStateException if they are no doubles
     */
    public double[] doubles() {
        if (numbers instanceof NumberArray.Doubles doubles) {
            return doubles.values();
        }
        throw refusal("doubles", "F64");
    }

    /**
     * Its numbers, live.
     *
     * @throws IllegalStateException if they are no whole numbers
     */
    public long[] longs() {
        if (numbers instanceof NumberArray.Longs longs) {
            return longs.values();
        }
        throw refusal("longs", "I64");
    }

    /**
     * A copy of its numbers as floats, of whatever type they are: doubles and whole numbers become the nearest. NumPy's own type is the
     * double, so that this is what data from there mostly need.
     *
     * @throws IllegalStateException if a finite number is beyond the largest float
     */
    public float[] toFloats() {
        return numbers.toFloats(this);
    }

    /**
     * A copy of its numbers as ints, such as the labels of classes, of whatever type they are.
     *
     * @throws IllegalStateException if a number is no whole one, or beyond the ints
     */
    public int[] toInts() {
        return numbers.toInts(this);
    }

    /** Of a number that is asked for as something else. */
    IllegalStateException refusal(int element, String number, String problem) {
        return new IllegalStateException(
                place() + ", element " + element + ": the number is " + number + ", " + problem);
    }

    private IllegalStateException refusal(String asked, String expected) {
        String instead = asked.equals("floats") ? "; toFloats() converts them." : ".";
        return new IllegalStateException(
                place() + " has numbers of type " + type() + ", but " + asked + "() needs " + expected + instead);
    }

    private String place() {
        return (source.isEmpty() ? "Tensor " : source + ", tensor ") + JsonText.quote(name);
    }

    NumberArray numbers() {
        return numbers;
    }

    /** Such as {@code hidden.weight F32 [16, 4]}. */
    @Override
    public String toString() {
        return name + " " + type() + " " + shape;
    }
}
