package dev.netwright.runtime.schedule;

/** The formulas of the schedules. {@code StrictMath} gives the same bits everywhere. */
final class Schedules {
    private static final double ONE_CYCLE_START = 1.0 / 25.0;
    private static final double ONE_CYCLE_END = ONE_CYCLE_START * 1e-4;

    private Schedules() {}

    static Schedule step(int epochsPerDrop, float factor) {
        atLeastOne("epochsPerDrop", epochsPerDrop);
        shrinking("factor", factor);
        return (base, stepsPerEpoch, epochs) -> step -> {
            long epoch = step / stepsPerEpoch;
            int drops = (int) Math.min(Integer.MAX_VALUE, epoch / epochsPerDrop);
            return (float) (base * StrictMath.pow(factor, drops));
        };
    }

    static Schedule exponential(float factorPerEpoch) {
        shrinking("factorPerEpoch", factorPerEpoch);
        return (base, stepsPerEpoch, epochs) ->
                step -> (float) (base * StrictMath.pow(factorPerEpoch, step / (double) stepsPerEpoch));
    }

    static Schedule cosine(float endFraction) {
        fraction("endFraction", endFraction);
        return (base, stepsPerEpoch, epochs) -> {
            long steps = (long) stepsPerEpoch * epochs;
            return step -> (float) (base * halfCosine(1.0, endFraction, progress(step, steps)));
        };
    }

    static Schedule cosineWithRestarts(int firstCycleEpochs, int cycleFactor) {
        atLeastOne("firstCycleEpochs", firstCycleEpochs);
        atLeastOne("cycleFactor", cycleFactor);
        return (base, stepsPerEpoch, epochs) -> step -> {
            double position = step / (double) stepsPerEpoch;
            double cycle = firstCycleEpochs;
            if (cycleFactor == 1) {
                position %= cycle;
            }
            while (position >= cycle) {
                position -= cycle;
                cycle *= cycleFactor;
            }
            return (float) (base * halfCosine(1.0, 0.0, position / cycle));
        };
    }

    static Schedule oneCycle(float warmUpFraction) {
        if (!(warmUpFraction > 0f && warmUpFraction < 1f)) {
            throw new IllegalArgumentException(
                    "warmUpFraction must be between 0 and 1, but is " + warmUpFraction + ".");
        }
        return (base, stepsPerEpoch, epochs) -> {
            long steps = (long) stepsPerEpoch * epochs;
            return step -> {
                double progress = progress(step, steps);
                return (float) (base
                        * (progress < warmUpFraction
                                ? halfCosine(ONE_CYCLE_START, 1.0, progress / warmUpFraction)
                                : halfCosine(
                                        1.0, ONE_CYCLE_END, (progress - warmUpFraction) / (1.0 - warmUpFraction))));
            };
        };
    }

    static Schedule polynomial(float power, float endFraction) {
        if (!(power > 0f) || power == Float.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("power must be positive and finite, but is " + power + ".");
        }
        fraction("endFraction", endFraction);
        return (base, stepsPerEpoch, epochs) -> {
            long steps = (long) stepsPerEpoch * epochs;
            return step -> {
                double remaining = StrictMath.pow(1.0 - progress(step, steps), power);
                return (float) (base * (endFraction + (1.0 - endFraction) * remaining));
            };
        };
    }

    static Schedule reduceOnPlateau(float factor, int patience, float leastFraction) {
        if (!(factor > 0f && factor < 1f)) {
            throw new IllegalArgumentException("factor must be between 0 and 1, but is " + factor + ".");
        }
        atLeastOne("patience", patience);
        fraction("leastFraction", leastFraction);
        return (base, stepsPerEpoch, epochs) -> new PlateauRun(base, factor, patience, base * leastFraction);
    }

    static Schedule afterWarmUp(Schedule schedule, int warmUpEpochs) {
        atLeastOne("warmUpEpochs", warmUpEpochs);
        return (base, stepsPerEpoch, epochs) -> {
            long warmUpSteps = (long) stepsPerEpoch * warmUpEpochs;
            Schedule.Run run = schedule.start(base, stepsPerEpoch, Math.max(1, epochs - warmUpEpochs));
            return new WarmUpRun(base, warmUpSteps, warmUpEpochs, run);
        };
    }

    /** Half a cosine from one value to another. */
    private static double halfCosine(double from, double to, double progress) {
        return to + (from - to) * 0.5 * (1.0 + StrictMath.cos(Math.PI * progress));
    }

    /** From 0 at the first step to 1 at the last, and 1 beyond. */
    private static double progress(long step, long steps) {
        return steps <= 1 ? 0.0 : Math.min(1.0, step / (double) (steps - 1));
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + value + ".");
        }
    }

    private static void shrinking(String name, float value) {
        if (!(value > 0f && value <= 1f)) {
            throw new IllegalArgumentException(name + " must be above 0 and at most 1, but is " + value + ".");
        }
    }

    private static void fraction(String name, float value) {
        if (!(value >= 0f && value <= 1f)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, but is " + value + ".");
        }
    }
}
