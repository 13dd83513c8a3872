package dev.netwright.runtime.schedule;

/** One run of {@link Schedule#afterWarmUp}: the rate rises in equal steps, and then the other schedule begins. */
final class WarmUpRun implements Schedule.Run {
    private final float baseRate;
    private final long warmUpSteps;
    private final Schedule.Run then;
    private int warmUpEpochsLeft;

    WarmUpRun(float baseRate, long warmUpSteps, int warmUpEpochs, Schedule.Run then) {
        this.baseRate = baseRate;
        this.warmUpSteps = warmUpSteps;
        this.warmUpEpochsLeft = warmUpEpochs;
        this.then = then;
    }

    @Override
    public float rate(long step) {
        return step < warmUpSteps
                ? (float) (baseRate * ((step + 1) / (double) warmUpSteps))
                : then.rate(step - warmUpSteps);
    }

    @Override
    public void epochEnded(double loss) {
        if (warmUpEpochsLeft > 0) {
            warmUpEpochsLeft--;
        } else {
            then.epochEnded(loss);
        }
    }
}
