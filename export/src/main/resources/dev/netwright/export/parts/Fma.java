package dev.netwright.export.parts;

/** One class of those that a network in one file has in it, as {@code Parts} says. */
final class Fma {
    /** The bits of a double that a float has no room for, and what they are halfway from a float to the next. */
    private static final long BEHIND_FLOAT = (1L << 29) - 1;

    private static final long HALFWAY = 1L << 28;

    /**
     * a*b + c, rounded once, as Math.fma of Java 9 has it. The product of two floats is exact in a double. The sum is
     * rounded to a double and then to a float, which gives another number only if that double is halfway from a float
     * to the next.
     */
    static float fma(float a, float b, float c) {
        double product = (double) a * b;
        double sum = product + c;
        boolean isHalfway = (Double.doubleToRawLongBits(sum) & BEHIND_FLOAT) == HALFWAY;
        // Floats below the smallest normal one have fewer bits.
        return isHalfway || Math.abs(sum) < Float.MIN_NORMAL ? (float) toOdd(product, c, sum) : (float) sum;
    }

    /**
     * x + y, of which sum is the nearest double. Where that lost something, and its last bit is 0, it is the neighbour
     * on the side of what was lost, which is halfway between no two floats (Boldo and Melquiond 2008).
     */
    private static double toOdd(double x, double y, double sum) {
        double added = sum - x;
        double lost = (x - (sum - added)) + (y - added);
        boolean isOdd = (Double.doubleToRawLongBits(sum) & 1) == 1;
        if (lost == 0 || isOdd) {
            return sum;
        }
        return Math.nextAfter(sum, lost > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
    }
}
