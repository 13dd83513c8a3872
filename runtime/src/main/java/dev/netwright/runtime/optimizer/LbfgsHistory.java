package dev.netwright.runtime.optimizer;

/** The last steps of L-BFGS, and what they tell about the inverse Hessian. A ring, so that it allocates nothing. */
final class LbfgsHistory {
    /** A change of less curvature than this, as a share of the squared change of the gradient, says nothing. */
    private static final double LEAST_CURVATURE = 1e-10;

    /** How parameters and gradients changed in a step. */
    private final double[][] moves;

    private final double[][] turns;
    private final double[] curvatures;
    private final double[] alphas;
    private int size;
    private int next;

    LbfgsHistory(int parameterCount, int steps) {
        moves = new double[steps][parameterCount];
        turns = new double[steps][parameterCount];
        curvatures = new double[steps];
        alphas = new double[steps];
    }

    void exchange(RunState state) {
        size = (int) state.count("size", size, moves.length);
        next = (int) state.count("next", next, moves.length - 1);
        state.doubles("curvatures", curvatures);
        for (int step = 0; step < moves.length; step++) {
            state.doubles("move " + step, moves[step]);
            state.doubles("turn " + step, turns[step]);
        }
    }

    /** The most steps that are remembered. */
    int steps() {
        return moves.length;
    }

    void clear() {
        size = 0;
        next = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Remembers a step in the place of the oldest, unless its curvature is not positive. */
    void add(float[] oldParameters, float[] newParameters, float[] oldGradients, float[] newGradients) {
        double[] move = moves[next];
        double[] turn = turns[next];
        for (int i = 0; i < move.length; i++) {
            move[i] = (double) newParameters[i] - oldParameters[i];
            turn[i] = (double) newGradients[i] - oldGradients[i];
        }
        double curvature = dot(move, turn);
        if (curvature > LEAST_CURVATURE * dot(turn, turn)) {
            curvatures[next] = curvature;
            next = (next + 1) % moves.length;
            size = Math.min(size + 1, moves.length);
        } else if (size == moves.length) {
            // The oldest step has been written over.
            size--;
        }
    }

    /** The two loops of algorithm 7.4 of Nocedal and Wright 2006, in place. */
    void multiplyByInverseHessian(double[] direction) {
        if (isEmpty()) {
            return;
        }
        for (int age = 1; age <= size; age++) {
            int step = step(age);
            alphas[step] = dot(moves[step], direction) / curvatures[step];
            add(direction, -alphas[step], turns[step]);
        }
        int newest = step(1);
        scale(direction, curvatures[newest] / dot(turns[newest], turns[newest]));
        for (int age = size; age >= 1; age--) {
            int step = step(age);
            double beta = dot(turns[step], direction) / curvatures[step];
            add(direction, alphas[step] - beta, moves[step]);
        }
    }

    /** Where the step of this age is; 1 is the newest. */
    private int step(int age) {
        return Math.floorMod(next - age, moves.length);
    }

    private static void add(double[] sum, double factor, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * values[i];
        }
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0.0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
