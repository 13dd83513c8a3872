package dev.netwright.runtime;

/** What a pass has done last, which decides what may be asked of it next. */
final class PassOrder {
    private final boolean goesBack;
    private Done last = Done.NOTHING;

    /** Whether the statistics of the last batch of training are there, and have not yet moved the network's. */
    private boolean hasStatistics;

    private enum Done {
        NOTHING,
        FORWARD,
        DELTAS,
        GRADIENTS
    }

    PassOrder(boolean goesBack) {
        this.goesBack = goesBack;
    }

    /** From now on there is nothing to go back from. */
    void forget() {
        last = Done.NOTHING;
        hasStatistics = false;
    }

    void forwardIsDone(boolean isTraining) {
        last = Done.FORWARD;
        hasStatistics = isTraining;
    }

    /** What an earlier backward pass left is no longer there. */
    void backwardBegins() {
        last = Done.FORWARD;
    }

    void statisticsAreTaken() {
        hasStatistics = false;
    }

    /** dL/dz of every layer is there. */
    void deltasAreDone() {
        last = Done.DELTAS;
    }

    /** The gradients of the parameters are there besides. */
    void gradientsAreDone() {
        last = Done.GRADIENTS;
    }

    /** In a pass that only predicts, layers may share arrays, so that what the way back reads is no longer there. */
    void requireWayBack() {
        if (!goesBack) {
            throw new IllegalStateException(
                    "This pass only predicts: its layers share arrays, so it can neither train nor go"
                            + " back; make one that can with newPass(capacity).");
        }
    }

    void requireForward() {
        requireWayBack();
        if (last == Done.NOTHING) {
            throw new IllegalStateException("No forward pass has been made; call forward(...) before backward(...).");
        }
    }

    /** Those of a batch count once, and those of half a pass not at all. */
    void requireStatistics(boolean isTraining) {
        if (hasStatistics) {
            return;
        }
        if (isTraining && last != Done.NOTHING) {
            throw new IllegalStateException("The statistics of this batch have moved the network's already; call"
                    + " forwardTraining(...) before updateStatistics() again.");
        }
        throw new IllegalStateException("No forward pass of training has been made, so there are no statistics of a"
                + " batch; call forwardTraining(...) before updateStatistics().");
    }

    void requireDeltas(String method) {
        if (last != Done.DELTAS && last != Done.GRADIENTS) {
            throw noBackward(method);
        }
    }

    void requireOutputs() {
        if (last == Done.NOTHING) {
            throw new IllegalStateException(
                    "No forward pass has been made; call forward(...) before outputs() or logits().");
        }
    }

    /** Those of an earlier pass, or none at all, would let a loop learn nothing or the wrong thing in silence. */
    void requireGradients(String method) {
        if (last != Done.GRADIENTS) {
            throw noBackward(method);
        }
    }

    private IllegalStateException noBackward(String method) {
        String since =
                last == Done.NOTHING ? "" : last == Done.FORWARD ? " since the last forward pass" : " to its end";
        return new IllegalStateException(
                "No backward pass has been made" + since + "; call backward(...) before " + method + "(...).");
    }
}
