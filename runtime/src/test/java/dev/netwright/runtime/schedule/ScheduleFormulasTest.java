package dev.netwright.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

/** Every rate of random runs against the formulas of the papers and of PyTorch's and Keras's documentation. */
class ScheduleFormulasTest {
    /** A run as planned. */
    record Plan(float base, int stepsPerEpoch, int epochs) {
        int steps() {
            return stepsPerEpoch * epochs;
        }
    }

    private interface Formula {
        /** The share of the base rate at a step. */
        double of(int step);
    }

    @Property(tries = 300)
    void constantStaysAtBase(@ForAll("plans") Plan plan) {
        compare(Schedule.constant(), plan, step -> 1);
    }

    @Property(tries = 300)
    void stepDropsAfterEveryFewEpochs(
            @ForAll("plans") Plan plan,
            @ForAll @IntRange(min = 1, max = 9) int period,
            @ForAll("factors") float factor) {
        compare(Schedule.step(period, factor), plan, step -> {
            double share = 1;
            for (int epoch = period; epoch <= step / plan.stepsPerEpoch(); epoch += period) {
                share *= factor;
            }
            return share;
        });
    }

    @Property(tries = 300)
    void exponentialFallsByTheFactorInEveryEpoch(@ForAll("plans") Plan plan, @ForAll("factors") float factor) {
        compare(Schedule.exponential(factor), plan, step -> Math.pow(factor, (double) step / plan.stepsPerEpoch()));
    }

    @Property(tries = 300)
    void cosineFallsByHalfACosine(@ForAll("plans") Plan plan, @ForAll @FloatRange(min = 0, max = 1) float end) {
        Formula cosine = step -> end + (1.0 - end) * (1 + Math.cos(Math.PI * step / plan.steps())) / 2;
        compare(Schedule.cosine(end), plan, cosine);
        if (end == 0) {
            compare(Schedule.cosine(), plan, cosine);
        }
    }

    @Property(tries = 300)
    void restartsBeginTheCosineAgain(
            @ForAll("plans") Plan plan,
            @ForAll @IntRange(min = 1, max = 5) int firstCycle,
            @ForAll @IntRange(min = 1, max = 3) int factor) {
        compare(Schedule.cosineWithRestarts(firstCycle, factor), plan, step -> {
            int current = step;
            int cycle = firstCycle * plan.stepsPerEpoch();
            while (current >= cycle) {
                current -= cycle;
                cycle *= factor;
            }
            return 0.5 * (1 + Math.cos(Math.PI * current / cycle));
        });
    }

    @Property(tries = 300)
    void oneCycleRisesAndFalls(@ForAll("plans") Plan plan, @ForAll @FloatRange(min = 0.01f, max = 0.99f) float warmUp) {
        compare(Schedule.oneCycle(warmUp), plan, step -> {
            double progress = step == 0 ? 0 : (double) step / (plan.steps() - 1);
            return progress < warmUp
                    ? annealed(1 / 25.0, 1, progress / warmUp)
                    : annealed(1, 1 / 250_000.0, (progress - warmUp) / (1.0 - warmUp));
        });
    }

    private static double annealed(double from, double to, double share) {
        return to + (from - to) / 2 * (1 + Math.cos(Math.PI * share));
    }

    @Property(tries = 300)
    void polynomialFallsWithItsPower(
            @ForAll("plans") Plan plan,
            @ForAll @FloatRange(min = 0.1f, max = 5) float power,
            @ForAll @FloatRange(min = 0, max = 1) float end) {
        compare(
                Schedule.polynomial(power, end),
                plan,
                step -> (1.0 - end) * Math.pow(1 - (double) step / plan.steps(), power) + end);
    }

    @Property(tries = 300)
    void aWarmUpRisesInEqualStepsAndThenTheScheduleBegins(
            @ForAll("plans") Plan plan, @ForAll @IntRange(min = 1, max = 30) int warmUpEpochs) {
        int warmUp = warmUpEpochs * plan.stepsPerEpoch();
        int rest = Math.max(plan.stepsPerEpoch(), plan.steps() - warmUp);
        compare(
                Schedule.polynomial(2, 0.1f).afterWarmUp(warmUpEpochs),
                plan,
                step -> step < warmUp
                        ? (step + 1.0) / warmUp
                        : (1.0 - 0.1f) * Math.pow(1 - (step - warmUp) / (double) rest, 2) + 0.1f);
    }

    private static void compare(Schedule schedule, Plan plan, Formula formula) {
        Schedule.Run run = schedule.start(plan.base(), plan.stepsPerEpoch(), plan.epochs());
        for (int step = 0; step < plan.steps(); step++) {
            double expected = plan.base() * formula.of(step);
            assertThat((double) run.rate(step))
                    .as("step %d of %d", step, plan.steps())
                    .isCloseTo(expected, within(1e-7 * expected + 1e-15 * plan.base() + Float.MIN_VALUE));
        }
    }

    @Provide
    Arbitrary<Plan> plans() {
        return Combinators.combine(
                        Arbitraries.floats().between(1e-6f, 10).ofScale(7),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 30))
                .as(Plan::new);
    }

    @Provide
    Arbitrary<Float> factors() {
        return Arbitraries.of(1f, 0.99f, 0.9f, 0.5f, 0.1f, 1e-3f);
    }
}
