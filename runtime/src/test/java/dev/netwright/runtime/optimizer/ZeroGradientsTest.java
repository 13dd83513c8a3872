package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netwright.runtime.random.SeededRandom;
import java.util.BitSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objectives that know which gradients are 0: going through the others alone changes no bit. */
class ZeroGradientsTest {
    private static final int STEPS = 12;

    static Stream<Optimizer> all() {
        return Stream.concat(
                EveryOptimizer.all(),
                Stream.of(
                        new Sgd(0.1f).clipNorm(0.5f),
                        new Adagrad(0.1f).clipValue(0.1f).clipNorm(0.2f),
                        new Sgd(0.1f).weightDecay(0.01f),
                        new Adagrad(0.1f).clipNorm(0.2f).weightDecay(0.01f)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void areLeftOutWithTheSameBits(Optimizer optimizer) {
        for (int count : new int[] {1, 2, 3, 5, 8, 38, 39, 101}) {
            FewGradients few = new FewGradients(count, /* tells= */ true);
            FewGradients every = new FewGradients(count, /* tells= */ false);
            Optimizer.Run runOfFew = optimizer.start(count);
            Optimizer.Run runOfEvery = optimizer.start(count);
            for (int step = 0; step < STEPS; step++) {
                double loss = runOfEvery.step(every, 0.1f);
                assertThat(runOfFew.step(few, 0.1f)).isEqualTo(loss);
                assertThat(few.parameters).isEqualTo(every.parameters);
                assertThat(few.gradients).isEqualTo(every.gradients);
            }
        }
    }

    @Test
    void sgdAndAdagradGoThroughNoOther() {
        Stream.of(new Sgd(0.1f), new Adagrad(0.1f), new Sgd(0.1f).clipNorm(0.5f).clipValue(0.1f))
                .forEach(optimizer -> {
                    FewGradients few = new FewGradients(101, /* tells= */ true);
                    Optimizer.Run run = optimizer.start(101);
                    for (int step = 0; step < STEPS; step++) {
                        run.step(few, 0.1f);
                    }
                    assertThat(few.wentThroughAll).as("%s", optimizer).isZero();
                    assertThat(few.setAll).as("%s", optimizer).isEqualTo(1);
                });
    }

    @Test
    void othersGoThroughAllOnceAStepAndLeaveGradientsOf0() {
        FewGradients few = new FewGradients(101, /* tells= */ true);
        Optimizer.Run run = new Adam(0.1f).start(101);
        for (int step = 0; step < STEPS; step++) {
            run.step(few, 0.1f);
        }
        assertThat(few.wentThroughAll).isEqualTo(STEPS);
        assertThat(few.setAll).isEqualTo(1);
    }

    @Test
    void aDecayLeavesNoGradientOf0() {
        FewGradients few = new FewGradients(101, /* tells= */ true);
        Optimizer.Run run = new Sgd(0.1f).weightDecay(0.01f).start(101);
        for (int step = 0; step < STEPS; step++) {
            run.step(few, 0.1f);
        }
        assertThat(few.setAll).isEqualTo(STEPS);
    }

    @Test
    void aRefusedStepPromisesNothing() {
        FewGradients few = new FewGradients(5, /* tells= */ true);
        Optimizer.Run run = new Sgd(0.1f).clipNorm(1f).start(5);
        run.step(few, 0.1f);
        few.loss = Double.NaN;
        assertThatExceptionOfType(NonFiniteLossException.class).isThrownBy(() -> run.step(few, 0.1f));
        few.loss = 1;
        run.step(few, 0.1f);
        assertThat(few.setAll).isEqualTo(2);
    }

    /** Some gradients in each evaluation, of all sizes and signs, and parameters that are 0 with either sign among them. */
    private static final class FewGradients implements Objective {
        private final float[] parameters;
        private final float[] gradients;
        private final boolean tells;
        private final SeededRandom random = new SeededRandom(7);
        private final BitSet picked = new BitSet();
        private boolean keepsZeros;
        private double loss = 1;
        private int wentThroughAll;
        private int setAll;

        /** @param tells whether it tells which gradients differ from 0 */
        FewGradients(int count, boolean tells) {
            this.tells = tells;
            parameters = new float[count];
            gradients = new float[count];
            for (int i = 0; i < count; i++) {
                parameters[i] = i % 5 == 0 ? 0f : i % 5 == 1 ? -0f : (float) random.nextDouble(-2, 2);
            }
        }

        @Override
        public float[] parameters() {
            return parameters;
        }

        @Override
        public float[] gradients() {
            return gradients;
        }

        @Override
        public double evaluate() {
            setAll += keepsZeros ? 0 : 1;
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = keepsZeros && !picked.get(i) ? gradients[i] : 0f;
            }
            keepsZeros = false;
            picked.clear();
            for (int i = 0; i < gradients.length; i++) {
                if (random.nextInt(3) == 0) {
                    picked.set(i);
                    gradients[i] = (float) (random.nextDouble(-1, 1) * Math.scalb(1.0, -random.nextInt(30)));
                }
            }
            return loss;
        }

        @Override
        public void forRanges(RangeWork work) {
            wentThroughAll++;
            work.accept(0, gradients.length);
        }

        @Override
        public void forNonZeroRanges(RangeWork work) {
            if (tells) {
                forNonZeroRangesInOrder(work);
            } else {
                forRanges(work);
            }
        }

        @Override
        public void forNonZeroRangesInOrder(RangeWork work) {
            if (!tells) {
                work.accept(0, gradients.length);
                return;
            }
            int end;
            for (int start = picked.nextSetBit(0); start >= 0; start = picked.nextSetBit(end)) {
                end = picked.nextClearBit(start);
                work.accept(start, end);
            }
        }

        @Override
        public void zerosAreKept() {
            keepsZeros = tells;
        }
    }
}
