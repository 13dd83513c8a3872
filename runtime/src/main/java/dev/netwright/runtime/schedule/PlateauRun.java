package dev.netwright.runtime.schedule;

/** One run of {@link Schedule#reduceOnPlateau(float, int, float)}. */
final class PlateauRun implements Schedule.Run {
    private static final double ENOUGH_IMPROVEMENT = 1e-4;

    private final float factor;
    private final int patience;
    private final float leastRate;
    private float rate;
    private double best = Double.POSITIVE_INFINITY;
    private int epochsWithout;

    PlateauRun(float rate, float factor, int patience, float leastRate) {
        this.rate = rate;
        this.factor = factor;
        this.patience = patience;
        this.leastRate = leastRate;
    }

    @Override
    public float rate(long step) {
        return rate;
    }

    @Override
    public void epochEnded(double loss) {
        double enough = best == Double.POSITIVE_INFINITY ? best : best - ENOUGH_IMPROVEMENT * Math.abs(best);
        if (loss < enough) {
            best = loss;
            epochsWithout = 0;
            return;
        }
        epochsWithout++;
        if (epochsWithout >= patience) {
            rate = Math.max(leastRate, rate * factor);
            epochsWithout = 0;
        }
    }
}
