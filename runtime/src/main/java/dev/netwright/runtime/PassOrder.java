package dev.netwright.runtime;

/** What a pass has done last, which decides what may be asked of it next. */
final class PassOrder {
    private Done last = Done.NOTHING;

    private enum Done {
        NOTHING,
        FORWARD,
        BACKWARD
    }

    /** From now on there is nothing to go back from. */
    void forget() {
        last = Done.NOTHING;
    }

    void forwardIsDone() {
        last = Done.FORWARD;
    }

    void backwardIsDone() {
        last = Done.BACKWARD;
    }

    void requireForward() {
        if (last == Done.NOTHING) {
            throw new IllegalStateException("No forward pass has been made; call forward(...) before backward(...).");
        }
    }

    void requireTraining(boolean isTraining) {
        if (!isTraining) {
            throw new IllegalStateException("No forward pass of training has been made, so there are no statistics of a"
                    + " batch; call forwardTraining(...) before updateStatistics().");
        }
    }

    void requireBackward(String method) {
        if (last != Done.BACKWARD) {
            throw new IllegalStateException(
                    "No backward pass has been made; call backward(...) before " + method + "(...).");
        }
    }
}
