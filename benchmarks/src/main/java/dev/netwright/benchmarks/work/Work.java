package dev.netwright.benchmarks.work;

import java.util.Locale;

/**
 * One thing that is measured.
 *
 * @param kind    what is done
 * @param model   with which network
 * @param rows    of one operation
 * @param rule    how parameters are moved, if they are
 * @param threads that may work on it
 */
public record Work(Kind kind, Model model, int rows, Rule rule, int threads) {
    /**
     * The shape of the network, for peers that build theirs from it.
     *
     * @throws IllegalStateException if it has layers that no shape describes; nobody but Netwright is to be asked for such a work
     */
    public Shape shape() {
        if (model instanceof Shape shape) {
            return shape;
        }
        throw new IllegalStateException(model.name() + " has layers that no shape describes.");
    }

    /** A name without spaces, which a forked JVM is told. */
    public String id() {
        StringBuilder id = new StringBuilder(kind.option()).append('/').append(model.name());
        if (kind == Kind.BATCH || kind == Kind.TRAINING) {
            id.append('@').append(rows);
        }
        if (kind == Kind.TRAINING) {
            id.append('/')
                    .append(rule.name().toLowerCase(Locale.ROOT))
                    .append('/')
                    .append(threads);
        }
        return id.toString();
    }

    /** The name in tables. */
    public String title() {
        String title = model.name() + (rows > 1 ? " at " + rows : "");
        if (kind != Kind.TRAINING) {
            return title;
        }
        return title + ", " + rule.title() + (threads > 1 ? ", " + threads + " threads" : "");
    }

    /**
     * Floating-point operations in the matrix products of one operation. Training needs three products a layer, but no
     * gradient of the network's inputs.
     */
    public double flops() {
        double forward = 2.0 * rows * model.multiplyAdds();
        if (kind != Kind.TRAINING) {
            return forward;
        }
        return 3 * forward - 2.0 * rows * model.multiplyAddsOfInputs();
    }
}
