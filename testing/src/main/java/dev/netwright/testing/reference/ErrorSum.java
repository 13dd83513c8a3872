package dev.netwright.testing.reference;

/**
 * How far a sum of products in single precision may be from the true one, as one standard deviation.
 *
 * <p>Roundings are taken as independent, so that their squares add (Higham and Mary 2019, "A new approach to
 * probabilistic rounding error analysis"): n roundings of partial sums that are at most Σ|term| give sqrt(n)·u·Σ|term|.
 * Errors that the factors bring along are independent where weights differ in sign, and one common error where all
 * units are alike; both are added.
 */
final class ErrorSum {
    /** Half the distance from 1 to the next float. */
    static final double UNIT_ROUNDOFF = 0x1p-24;

    private int count;
    private double magnitude;
    private double squares;
    private double common;

    /** Adds a term that stands there without a multiplication. */
    void term(double value) {
        count++;
        magnitude += Math.abs(value);
    }

    /** Adds a product of factors that have errors themselves. */
    void product(double left, double leftError, double right, double rightError) {
        count++;
        magnitude += Math.abs(left * right);
        double fromLeft = right * leftError;
        double fromRight = left * rightError;
        double ofBoth = leftError * rightError;
        squares += fromLeft * fromLeft + fromRight * fromRight + ofBoth * ofBoth;
        common += fromLeft + fromRight;
    }

    /** The deviation of the sum: its own roundings and what the factors bring along. */
    double deviation() {
        return bounded(Math.hypot(Math.sqrt(count) * (UNIT_ROUNDOFF * magnitude + Float.MIN_VALUE), carried()));
    }

    /** The deviation that the factors bring along, for a sum without roundings of its own. */
    double carried() {
        return bounded(Math.sqrt(squares + common * common));
    }

    /**
     * Errors that grow from layer to layer stay numbers, so that a weight of 0 still takes them away: nothing is further from a float than
     * the largest one.
     */
    static double bounded(double deviation) {
        return deviation <= Float.MAX_VALUE ? deviation : Float.MAX_VALUE;
    }
}
