package dev.netwright.runtime.training;

/**
 * Finds out whether threads are faster than one thread alone, which depends on more than the work: caches that lie far apart, or a
 * processor that is busy elsewhere, make sharing slower. Now and then it has some steps done in both ways, and then keeps to the
 * faster one. Bits do not depend on it.
 */
final class SharingTrial {
    /** The first steps of a way fetch what the other way left in other caches. */
    private static final int UNMEASURED = 2;

    private static final int STEPS = 6;

    /** Steps until the second trial: the first measures code that is not compiled yet. */
    private static final int FIRST_PERIOD = 16;

    /** Steps from one trial to the next in the long run; then trials cost about a hundredth. */
    private static final int LONGEST_PERIOD = 1_024;

    /** The same while one thread is faster: what made sharing slow may have been a passing load. */
    private static final int LONGEST_ALONE = 256;

    private int period = FIRST_PERIOD;
    private int step;
    private int rows;
    private int others;
    private long shared;
    private long alone;
    private boolean isSharingFaster = true;

    /** Whether threads should share the coming step. */
    boolean shares() {
        if (step < STEPS) {
            return true;
        }
        return step >= 2 * STEPS && isSharingFaster;
    }

    /** A step has been done as {@link #shares()} told. */
    void ended(int stepRows, long nanos) {
        if (step == 0) {
            rows = stepRows;
            others = 0;
            shared = Long.MAX_VALUE;
            alone = Long.MAX_VALUE;
        }
        boolean isOfTrial = step < 2 * STEPS;
        if (isOfTrial && stepRows != rows) {
            // Only steps of one size can be compared. The last batch of an epoch is left out; where many differ,
            // another size has become the usual one.
            others++;
            if (others > 2 * STEPS) {
                step = 0;
            }
            return;
        }
        if (isOfTrial && step % STEPS >= UNMEASURED) {
            measure(nanos);
        }
        step++;
        if (step == 2 * STEPS) {
            isSharingFaster = shared <= alone;
        } else if (step >= Math.min(period, isSharingFaster ? LONGEST_PERIOD : LONGEST_ALONE)) {
            period = Math.min(2 * period, LONGEST_PERIOD);
            step = 0;
        }
    }

    private void measure(long nanos) {
        if (step < STEPS) {
            shared = Math.min(shared, nanos);
        } else {
            alone = Math.min(alone, nanos);
        }
    }
}
