package dev.netwright.testing.reference;

/** How errors of activations become errors of what is pooled of them, and back. */
final class PoolErrors {
    private final ReferencePool pool;

    PoolErrors(ReferencePool pool) {
        this.pool = pool;
    }

    Rounded forward(Rounded a) {
        double[][] errors = new double[a.rows()][pool.units()];
        for (int row = 0; row < errors.length; row++) {
            for (int to = 0; to < errors[row].length; to++) {
                errors[row][to] = pool.isMaximum() ? ofMaximum(a, row, to) : ofMean(a, row, to);
            }
        }
        return new Rounded(pool.forward(a.values()), errors);
    }

    /** Whichever value of the window is the largest after rounding, it is no farther off than the farthest. */
    private double ofMaximum(Rounded a, int row, int to) {
        double most = 0;
        for (int from : pool.window(to)) {
            most = Math.max(most, a.deviations()[row][from]);
        }
        return most;
    }

    private double ofMean(Rounded a, int row, int to) {
        ErrorSum mean = new ErrorSum();
        for (int from : pool.window(to)) {
            double share = pool.share(a.values()[row], to, from);
            mean.product(a.values()[row][from], a.deviations()[row][from], share, 0);
        }
        return mean.deviation();
    }

    Rounded backward(Rounded a, Rounded dPooled) {
        double[][] errors = new double[a.rows()][];
        for (int row = 0; row < errors.length; row++) {
            ErrorSum[] sums = new ErrorSum[a.columns()];
            for (int from = 0; from < sums.length; from++) {
                sums[from] = new ErrorSum();
            }
            double[] jumps = new double[sums.length];
            for (int to = 0; to < pool.units(); to++) {
                double gradient = dPooled.values()[row][to];
                for (int from : pool.window(to)) {
                    double share = pool.share(a.values()[row], to, from);
                    sums[from].product(gradient, dPooled.deviations()[row][to], share, 0);
                    jumps[from] += Math.abs(gradient) * change(a, row, to, from);
                }
            }
            errors[row] = new double[sums.length];
            for (int from = 0; from < sums.length; from++) {
                errors[row][from] = sums[from].deviation() + jumps[from];
            }
        }
        return new Rounded(pool.backward(a.values(), dPooled.values()), errors);
    }

    /**
     * As which part of a jump the deviation counts that rounding may make another value the largest of a window, or this one, where they are too
     * close to tell; as with the jumps of activations.
     */
    private double change(Rounded a, int row, int to, int from) {
        double most = 0;
        int winner = pool.winner(a.values()[row], to);
        for (int other : pool.isMaximum() ? pool.window(to) : new int[0]) {
            boolean isConcerned = from == winner || other == from;
            double distance = Math.abs(a.values()[row][other] - a.values()[row][winner]);
            double errors = a.deviations()[row][other] + a.deviations()[row][winner];
            for (double reach : ActivationErrors.REACHES) {
                if (other != winner && isConcerned && distance < reach * errors) {
                    most = Math.max(most, 1 / reach);
                }
            }
        }
        return most;
    }
}
