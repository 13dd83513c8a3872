package dev.netwright.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.Allocations;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates at the ends of runs and beyond them, and what no schedule does. */
class ScheduleTest {
    static Stream<Schedule> all() {
        return Stream.of(
                Schedule.constant(),
                Schedule.step(2, 0.1f),
                Schedule.exponential(0.5f),
                Schedule.cosine(),
                Schedule.cosine(0.25f),
                Schedule.cosineWithRestarts(2, 2),
                Schedule.cosineWithRestarts(3, 1),
                Schedule.oneCycle(),
                Schedule.oneCycle(0.9f),
                Schedule.polynomial(1, 0),
                Schedule.polynomial(2.5f, 0.1f),
                Schedule.reduceOnPlateau(0.5f, 1),
                Schedule.cosine().afterWarmUp(2),
                Schedule.reduceOnPlateau(0.1f, 1, 0).afterWarmUp(1),
                Schedule.step(1, 0.5f).afterWarmUp(1).afterWarmUp(2));
    }

    @ParameterizedTest
    @MethodSource("all")
    void ratesAreFiniteAndFromZeroToBase(Schedule schedule) {
        for (float base : new float[] {Float.MIN_VALUE, 1e-3f, 0.3f, Float.MAX_VALUE}) {
            for (int stepsPerEpoch : new int[] {1, 2, 7, Integer.MAX_VALUE}) {
                for (int epochs : new int[] {1, 2, 3, 50, Integer.MAX_VALUE}) {
                    Schedule.Run run = schedule.start(base, stepsPerEpoch, epochs);
                    for (long step : new long[] {0, 1, 2, 13, (long) stepsPerEpoch * epochs, Long.MAX_VALUE >> 8}) {
                        assertThat(run.rate(step)).isBetween(0f, base);
                        run.epochEnded(step);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void runsOfOneScheduleShareNothing(Schedule schedule) {
        Schedule.Run first = schedule.start(1, 2, 4);
        Schedule.Run second = schedule.start(1, 2, 4);
        for (int epoch = 0; epoch < 20; epoch++) {
            first.epochEnded(5);
        }
        assertThat(second.rate(7)).isEqualTo(schedule.start(1, 2, 4).rate(7));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRateAllocatesNothing(Schedule schedule) {
        Schedule.Run run = schedule.start(1, 10, 100);
        run.rate(0);
        long before = Allocations.ofThisThread();
        for (int step = 0; step < 1000; step++) {
            run.rate(step);
        }
        assertThat(Allocations.ofThisThread() - before).isLessThan(1000);
    }

    @Test
    void theyPrintTheCallThatMakesThem() {
        assertThat(Schedule.cosine().afterWarmUp(2)).hasToString("cosine().afterWarmUp(2)");
        assertThat(Schedule.constant()).hasToString("constant()");
        assertThat(Schedule.step(3, 0.5f)).hasToString("step(3, 0.5)");
        assertThat(Schedule.exponential(0.9f)).hasToString("exponential(0.9)");
        assertThat(Schedule.cosine(0.1f)).hasToString("cosine(0.1)");
        assertThat(Schedule.cosineWithRestarts(5, 2)).hasToString("cosineWithRestarts(5, 2)");
        assertThat(Schedule.oneCycle()).hasToString("oneCycle(0.3)");
        assertThat(Schedule.polynomial(2, 0.5f)).hasToString("polynomial(2.0, 0.5)");
        assertThat(Schedule.reduceOnPlateau(0.5f, 4)).hasToString("reduceOnPlateau(0.5, 4, 0.001)");
    }

    @Test
    void endsAreExact() {
        assertThat(Schedule.cosine().start(0.3f, 5, 2).rate(0)).isEqualTo(0.3f);
        assertThat(Schedule.cosine().start(0.3f, 5, 2).rate(5)).isEqualTo(0.15f);
        assertThat(Schedule.cosine().start(0.3f, 5, 2).rate(10)).isZero();
        assertThat(Schedule.cosine(0.5f).start(0.3f, 5, 2).rate(1000)).isEqualTo(0.15f);
        assertThat(Schedule.oneCycle().start(0.5f, 101, 1).rate(0)).isEqualTo(0.02f);
        assertThat(Schedule.oneCycle().start(0.5f, 101, 1).rate(30)).isEqualTo(0.5f);
        assertThat(Schedule.oneCycle().start(0.5f, 101, 1).rate(100)).isEqualTo(2e-6f);
        assertThat(Schedule.oneCycle().start(0.5f, 101, 1).rate(101)).isEqualTo(2e-6f);
        assertThat(Schedule.polynomial(3, 0).start(0.3f, 5, 2).rate(0)).isEqualTo(0.3f);
        assertThat(Schedule.polynomial(3, 0).start(0.3f, 5, 2).rate(10)).isZero();
        assertThat(Schedule.polynomial(3, 0.5f).start(0.3f, 5, 2).rate(99)).isEqualTo(0.15f);
        assertThat(Schedule.cosineWithRestarts(1, 1).start(0.3f, 5, 2).rate(5)).isEqualTo(0.3f);
    }

    /** The example in PyTorch's documentation of {@code StepLR}: 0.05 for 30 epochs, then a tenth of it, and so on. */
    @Test
    void stepsAsInPyTorchsExample() {
        Schedule.Run run = Schedule.step(30, 0.1f).start(0.05f, 10, 100);
        assertThat(run.rate(0)).isEqualTo(0.05f);
        assertThat(run.rate(299)).isEqualTo(0.05f);
        assertThat(run.rate(300)).isCloseTo(0.005f, within(1e-9f));
        assertThat(run.rate(599)).isCloseTo(0.005f, within(1e-9f));
        assertThat(run.rate(600)).isCloseTo(0.0005f, within(1e-10f));
        assertThat(run.rate(100_000)).isCloseTo(0f, within(1e-9f));
    }

    @Test
    void aRunOfOneStepBeginsWhereLongerOnesDo() {
        assertThat(Schedule.cosine().start(0.5f, 1, 1).rate(0)).isEqualTo(0.5f);
        assertThat(Schedule.polynomial(1, 0).start(0.5f, 1, 1).rate(0)).isEqualTo(0.5f);
        assertThat(Schedule.oneCycle().start(0.5f, 1, 1).rate(0)).isEqualTo(0.02f);
        assertThat(Schedule.cosine().afterWarmUp(1).start(0.5f, 1, 1).rate(0)).isEqualTo(0.5f);
    }

    @Test
    void aWarmUpLongerThanTheRunGoesAsFarAsTheRun() {
        Schedule.Run run = Schedule.cosine().afterWarmUp(4).start(1, 2, 2);
        assertThat(new float[] {run.rate(0), run.rate(1), run.rate(2), run.rate(3)})
                .containsExactly(0.125f, 0.25f, 0.375f, 0.5f);
        assertThat(run.rate(7)).isEqualTo(1);
        assertThat(run.rate(8)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRunThatCanNotBeIsRefused(Schedule schedule) {
        refuses(() -> schedule.start(Float.NaN, 1, 1), "baseRate must be positive and finite, but is NaN.");
        refuses(() -> schedule.start(0, 1, 1), "baseRate must be positive and finite, but is 0.0.");
        refuses(
                () -> schedule.start(Float.POSITIVE_INFINITY, 1, 1),
                "baseRate must be positive and finite, but is Infinity.");
        refuses(() -> schedule.start(1, 0, 1), "stepsPerEpoch must be at least 1, but is 0.");
        refuses(() -> schedule.start(1, 1, -2), "epochs must be at least 1, but is -2.");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, -0.5f, 1.5f})
    void sharesThatAreNoneAreRefused(float value) {
        String text = ", but is " + value + ".";
        refuses(() -> Schedule.step(1, value), "factor must be above 0 and at most 1" + text);
        refuses(() -> Schedule.exponential(value), "factorPerEpoch must be above 0 and at most 1" + text);
        refuses(() -> Schedule.cosine(value), "endFraction must be from 0 to 1" + text);
        refuses(() -> Schedule.oneCycle(value), "warmUpFraction must be between 0 and 1" + text);
        refuses(() -> Schedule.polynomial(1, value), "endFraction must be from 0 to 1" + text);
        refuses(() -> Schedule.reduceOnPlateau(value, 1), "factor must be between 0 and 1" + text);
        refuses(() -> Schedule.reduceOnPlateau(0.5f, 1, value), "leastFraction must be from 0 to 1" + text);
    }

    @Test
    void zeroAndOneAreRefusedWhereTheyMakeNoSense() {
        refuses(() -> Schedule.step(1, 0), "factor must be above 0 and at most 1, but is 0.0.");
        refuses(() -> Schedule.exponential(0), "factorPerEpoch must be above 0 and at most 1, but is 0.0.");
        refuses(() -> Schedule.oneCycle(0), "warmUpFraction must be between 0 and 1, but is 0.0.");
        refuses(() -> Schedule.oneCycle(1), "warmUpFraction must be between 0 and 1, but is 1.0.");
        refuses(() -> Schedule.reduceOnPlateau(0, 1), "factor must be between 0 and 1, but is 0.0.");
        refuses(() -> Schedule.reduceOnPlateau(1, 1), "factor must be between 0 and 1, but is 1.0.");
        refuses(() -> Schedule.polynomial(0, 0), "power must be positive and finite, but is 0.0.");
        refuses(() -> Schedule.polynomial(Float.NaN, 0), "power must be positive and finite, but is NaN.");
        refuses(
                () -> Schedule.polynomial(Float.POSITIVE_INFINITY, 0),
                "power must be positive and finite, but is Infinity.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3})
    void countsMustBePositive(int value) {
        String text = " must be at least 1, but is " + value + ".";
        refuses(() -> Schedule.step(value, 0.5f), "epochsPerDrop" + text);
        refuses(() -> Schedule.cosineWithRestarts(value, 1), "firstCycleEpochs" + text);
        refuses(() -> Schedule.cosineWithRestarts(1, value), "cycleFactor" + text);
        refuses(() -> Schedule.reduceOnPlateau(0.5f, value), "patience" + text);
        refuses(() -> Schedule.constant().afterWarmUp(value), "warmUpEpochs" + text);
    }

    private static void refuses(Supplier<Object> call, String message) {
        assertThatThrownBy(call::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
