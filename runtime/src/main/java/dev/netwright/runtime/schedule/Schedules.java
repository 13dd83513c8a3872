package dev.netwright.runtime.schedule;

import dev.netwright.runtime.kernel.PortableMath;

/**
 * The formulas of the schedules. {@code StrictMath} would give the same bits everywhere too, but its powers and cosines
 * allocate, and a rate is asked for at every step.
 */
final class Schedules {
    private static final double ONE_CYCLE_START = 1.0 / 25.0;
    private static final double ONE_CYCLE_END = ONE_CYCLE_START * 1e-4;

    private Schedules() {}

    static Schedule constant() {
        return checked("constant()", (base, stepsPerEpoch, epochs) -> step -> base);
    }

    static Schedule step(int epochsPerDrop, float factor) {
        atLeastOne("epochsPerDrop", epochsPerDrop);
        shrinking("factor", factor);
        return checked("step(" + epochsPerDrop + ", " + factor + ")", (base, stepsPerEpoch, epochs) -> step -> {
            long drops = step / stepsPerEpoch / epochsPerDrop;
            return (float) (base * power(factor, (double) drops));
        });
    }

    static Schedule exponential(float factorPerEpoch) {
        shrinking("factorPerEpoch", factorPerEpoch);
        return checked(
                "exponential(" + factorPerEpoch + ")",
                (base, stepsPerEpoch, epochs) ->
                        step -> (float) (base * power(factorPerEpoch, step / (double) stepsPerEpoch)));
    }

    static Schedule cosine(float endFraction) {
        fraction("endFraction", endFraction);
        return checked(
                endFraction == 0f ? "cosine()" : "cosine(" + endFraction + ")", (base, stepsPerEpoch, epochs) -> {
                    long steps = (long) stepsPerEpoch * epochs;
                    return step -> (float) (base * halfCosine(1.0, endFraction, share(step, steps)));
                });
    }

    static Schedule cosineWithRestarts(int firstCycleEpochs, int cycleFactor) {
        atLeastOne("firstCycleEpochs", firstCycleEpochs);
        atLeastOne("cycleFactor", cycleFactor);
        return checked(
                "cosineWithRestarts(" + firstCycleEpochs + ", " + cycleFactor + ")",
                (base, stepsPerEpoch, epochs) -> step -> {
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
                });
    }

    static Schedule oneCycle(float warmUpFraction) {
        if (!(warmUpFraction > 0f && warmUpFraction < 1f)) {
            throw new IllegalArgumentException(
                    "warmUpFraction must be between 0 and 1, but is " + warmUpFraction + ".");
        }
        return checked("oneCycle(" + warmUpFraction + ")", (base, stepsPerEpoch, epochs) -> {
            long last = (long) stepsPerEpoch * epochs - 1;
            return step -> {
                double progress = share(step, last);
                return (float) (base
                        * (progress < warmUpFraction
                                ? halfCosine(ONE_CYCLE_START, 1.0, progress / warmUpFraction)
                                : halfCosine(
                                        1.0, ONE_CYCLE_END, (progress - warmUpFraction) / (1.0 - warmUpFraction))));
            };
        });
    }

    static Schedule polynomial(float power, float endFraction) {
        if (!(power > 0f) || power == Float.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("power must be positive and finite, but is " + power + ".");
        }
        fraction("endFraction", endFraction);
        return checked("polynomial(" + power + ", " + endFraction + ")", (base, stepsPerEpoch, epochs) -> {
            long steps = (long) stepsPerEpoch * epochs;
            return step -> {
                double remaining = power(1.0 - share(step, steps), power);
                return (float) (base * (endFraction + (1.0 - endFraction) * remaining));
            };
        });
    }

    static Schedule reduceOnPlateau(float factor, int patience, float leastFraction) {
        if (!(factor > 0f && factor < 1f)) {
            throw new IllegalArgumentException("factor must be between 0 and 1, but is " + factor + ".");
        }
        atLeastOne("patience", patience);
        fraction("leastFraction", leastFraction);
        return checked(
                "reduceOnPlateau(" + factor + ", " + patience + ", " + leastFraction + ")",
                (base, stepsPerEpoch, epochs) -> new PlateauRun(base, factor, patience, base * leastFraction));
    }

    static Schedule afterWarmUp(Schedule schedule, int warmUpEpochs) {
        atLeastOne("warmUpEpochs", warmUpEpochs);
        return checked(schedule + ".afterWarmUp(" + warmUpEpochs + ")", (base, stepsPerEpoch, epochs) -> {
            long warmUpSteps = (long) stepsPerEpoch * warmUpEpochs;
            Schedule.Run run = schedule.start(base, stepsPerEpoch, Math.max(1, epochs - warmUpEpochs));
            return new WarmUpRun(base, warmUpSteps, warmUpEpochs, run);
        });
    }

    /** Half a cosine from one value to another: their mean weighted by {@code (1 + cos(π·progress)) / 2}. */
    private static double halfCosine(double from, double to, double progress) {
        // (1 + cos(π·x)) / 2 = sin²(π·(1 - x) / 2), which is never negative, and 0 at the end.
        double sine = sine(0.5 * Math.PI * (1.0 - progress));
        return to + (from - to) * (sine * sine);
    }

    /** sin(x) for x from 0 to π/2: its Taylor series up to x²¹, whose rest is below 2e-18. */
    private static double sine(double x) {
        double sum = 1.0;
        for (int n = 20; n >= 2; n -= 2) {
            sum = 1.0 - sum * x * x / (n * (n + 1));
        }
        return x * sum;
    }

    private static double power(double base, double exponent) {
        return exponent == 0.0 ? 1.0 : PortableMath.exp(exponent * PortableMath.log(base));
    }

    /** From 0 at step 0 to 1 at the end, and 1 beyond. */
    private static double share(long step, long end) {
        return step == 0 ? 0.0 : Math.min(1.0, step / (double) end);
    }

    /**
     * A schedule that refuses a run that can not be.
     *
     * @param name     the call that makes it, for logs
     * @param schedule of runs that can be
     */
    private record Checked(String name, Schedule schedule) implements Schedule {
        @Override
        public Schedule.Run start(float baseRate, int stepsPerEpoch, int epochs) {
            if (!(baseRate > 0f) || baseRate == Float.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("baseRate must be positive and finite, but is " + baseRate + ".");
            }
            atLeastOne("stepsPerEpoch", stepsPerEpoch);
            atLeastOne("epochs", epochs);
            return schedule.start(baseRate, stepsPerEpoch, epochs);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Schedule checked(String name, Schedule schedule) {
        return new Checked(name, schedule);
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
