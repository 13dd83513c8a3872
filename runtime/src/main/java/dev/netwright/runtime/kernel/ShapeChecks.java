package dev.netwright.runtime.kernel;

/** What the shapes of convolutions and of pooling have to fulfil, with exceptions that say so. */
final class ShapeChecks {
    private ShapeChecks() {}

    static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The " + name + " is " + value + ", but must be 1 at least.");
        }
    }

    static void padding(String name, int padding, int window) {
        if (padding < 0 || padding >= window) {
            throw new IllegalArgumentException("The " + name + " is " + padding
                    + ", but must be at least 0 and less than the window, which is " + window + ".");
        }
    }

    static void window(String name, String direction, int window, long input) {
        if (window > input) {
            throw new IllegalArgumentException("The " + name + " is " + window + " " + direction
                    + " and does not fit the sample, which is " + input + " " + direction + ".");
        }
    }

    /** Places of a window along one direction of an input that holds it. */
    static long places(long input, int window, int stride) {
        return (input - window) / stride + 1;
    }

    /** The product, which an array must be able to hold. */
    static int elements(String name, long first, long second, long third) {
        boolean fits = first <= Integer.MAX_VALUE && second <= Integer.MAX_VALUE && first * second <= Integer.MAX_VALUE;
        if (!fits || first * second * third > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + " would have " + first + " x " + second
                    + (third == 1 ? "" : " x " + third) + " elements, more than an array can have.");
        }
        return (int) (first * second * third);
    }
}
