package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** Every optimizer, step by step, against its definition in double precision. */
class OptimizerFormulasTest {
    private static final int PARAMETERS = 3;

    /** An optimizer and what it should do. */
    record Pair(Optimizer optimizer, ReferenceOptimizer reference) {
        @Override
        public String toString() {
            return optimizer.toString();
        }
    }

    /** What the gradients of a step are and how it is scaled. */
    record Step(List<Float> gradients, float rateFactor) {}

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void everyStepIsThatOfThePaper(
            @ForAll("pairs") Pair pair, @ForAll("parameters") List<Float> start, @ForAll("steps") List<Step> steps) {
        compare(pair.optimizer(), ReferenceRun.of(pair.reference()), start, steps);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void gradientsAreClippedByValueThenByNormThenDecayed(
            @ForAll("pairs") Pair pair,
            @ForAll("parameters") List<Float> start,
            @ForAll("steps") List<Step> steps,
            @ForAll("limits") float valueLimit,
            @ForAll("limits") float normLimit,
            @ForAll("decays") float decay) {
        Optimizer optimizer = pair.optimizer().clipNorm(normLimit).clipValue(valueLimit);
        ReferenceRun reference = ReferenceRun.of(pair.reference()).clipped(valueLimit, normLimit);
        if (pair.optimizer() instanceof DecoupledDecay) {
            compare(optimizer, reference, start, steps);
        } else {
            compare(optimizer.weightDecay(decay), reference.decayed(decay), start, steps);
        }
    }

    private static void compare(Optimizer optimizer, ReferenceRun reference, List<Float> start, List<Step> steps) {
        GivenGradients objective = new GivenGradients(floats(start));
        double[] expected = doubles(start);
        double[] moved = new double[PARAMETERS];
        Optimizer.Run run = optimizer.start(PARAMETERS);
        for (int t = 1; t <= steps.size(); t++) {
            Step step = steps.get(t - 1);
            float rate = step.rateFactor() * optimizer.learningRate();
            objective.then(0.5 * t, floats(step.gradients()));
            assertThat(run.step(objective, rate)).isEqualTo(0.5 * t);
            double[] changes = reference.changes(expected, doubles(step.gradients()), rate);
            for (int i = 0; i < PARAMETERS; i++) {
                if (Double.isNaN(changes[i])) {
                    return;
                }
                expected[i] += changes[i];
                moved[i] += Math.abs(changes[i]);
                assertThat((double) objective.parameters()[i])
                        .as("parameter %d after step %d", i, t)
                        .isCloseTo(
                                expected[i], within(2e-5 * moved[i] + 1e-7 * t * (Math.abs(start.get(i)) + moved[i])));
            }
        }
    }

    @Provide
    Arbitrary<Pair> pairs() {
        Arbitrary<Float> rates = logarithmic(1e-4, 1);
        Arbitrary<Float> shares = Arbitraries.of(0f, 0.5f, 0.9f, 0.95f);
        Arbitrary<Float> squares = Arbitraries.of(0.9f, 0.99f, 0.999f);
        Arbitrary<Float> epsilons = Arbitraries.of(1e-8f, 1e-4f, 0.1f);
        return Combinators.combine(rates, shares, squares, epsilons, decays()).flatAs(OptimizerFormulasTest::pairs);
    }

    private static Arbitrary<Pair> pairs(float rate, float beta1, float beta2, float epsilon, float decay) {
        return Arbitraries.of(
                new Pair(new Sgd(rate), ReferenceOptimizer.sgd()),
                new Pair(new Momentum(rate, beta1), ReferenceOptimizer.momentum(beta1)),
                new Pair(new Nesterov(rate, beta1), ReferenceOptimizer.nesterov(beta1)),
                new Pair(new Adagrad(rate, epsilon), ReferenceOptimizer.adagrad(epsilon)),
                new Pair(new RmsProp(rate, beta2, epsilon), ReferenceOptimizer.rmsProp(beta2, epsilon)),
                new Pair(new Adadelta(rate, beta2, epsilon), ReferenceOptimizer.adadelta(beta2, epsilon)),
                new Pair(new Adam(rate, beta1, beta2, epsilon), ReferenceOptimizer.adam(beta1, beta2, epsilon)),
                new Pair(new AmsGrad(rate, beta1, beta2, epsilon), ReferenceOptimizer.amsGrad(beta1, beta2, epsilon)),
                new Pair(
                        new AdamW(rate, decay, beta1, beta2, epsilon),
                        ReferenceOptimizer.adamW(decay, beta1, beta2, epsilon)),
                new Pair(new NAdam(rate, beta1, beta2, epsilon), ReferenceOptimizer.nAdam(beta1, beta2, epsilon)),
                new Pair(new Lion(rate, decay, beta1, beta2), ReferenceOptimizer.lion(decay, beta1, beta2)),
                new Pair(new RProp(rate), ReferenceOptimizer.rProp(rate)));
    }

    @Provide
    Arbitrary<List<Float>> parameters() {
        return signed(logarithmic(1e-3, 10)).list().ofSize(PARAMETERS);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Float> gradients =
                Arbitraries.oneOf(signed(logarithmic(1e-8, 1e4)), signed(logarithmic(0.1, 1)), Arbitraries.just(0f));
        Arbitrary<Float> factors = Arbitraries.of(1f, 1f, 0.5f, 0.01f, 0f);
        return Combinators.combine(gradients.list().ofSize(PARAMETERS), factors)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Float> limits() {
        return logarithmic(1e-3, 1e3);
    }

    @Provide
    Arbitrary<Float> decays() {
        return Arbitraries.of(0f, 1e-4f, 0.01f, 0.3f);
    }

    private static Arbitrary<Float> logarithmic(double least, double most) {
        return Arbitraries.integers()
                .between(0, 1 << 20)
                .withDistribution(RandomDistribution.uniform())
                .map(share -> (float) (least * Math.pow(most / least, share / (double) (1 << 20))));
    }

    private static Arbitrary<Float> signed(Arbitrary<Float> sizes) {
        return Combinators.combine(sizes, Arbitraries.of(1f, -1f)).as((size, sign) -> size * sign);
    }

    private static float[] floats(List<Float> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return floats;
    }

    private static double[] doubles(List<Float> values) {
        return values.stream().mapToDouble(Float::doubleValue).toArray();
    }

    /** The reference's states of all parameters, with gradients clipped and decayed before. */
    private static final class ReferenceRun {
        private final List<ReferenceOptimizer.State> states = new ArrayList<>();
        private double valueLimit = Double.POSITIVE_INFINITY;
        private double normLimit = Double.POSITIVE_INFINITY;
        private double decay;
        private int steps;

        static ReferenceRun of(ReferenceOptimizer optimizer) {
            ReferenceRun run = new ReferenceRun();
            for (int i = 0; i < PARAMETERS; i++) {
                run.states.add(optimizer.start());
            }
            return run;
        }

        ReferenceRun clipped(double byValue, double byNorm) {
            valueLimit = byValue;
            normLimit = byNorm;
            return this;
        }

        ReferenceRun decayed(double by) {
            decay = by;
            return this;
        }

        double[] changes(double[] parameters, double[] gradients, double rate) {
            steps++;
            double[] prepared = new double[PARAMETERS];
            double squares = 0;
            for (int i = 0; i < PARAMETERS; i++) {
                prepared[i] = Math.min(Math.max(gradients[i], -valueLimit), valueLimit);
                squares += prepared[i] * prepared[i];
            }
            double factor = Math.min(1, normLimit / Math.sqrt(squares));
            double[] changes = new double[PARAMETERS];
            for (int i = 0; i < PARAMETERS; i++) {
                double g = prepared[i] * (squares == 0 ? 1 : factor) + decay * parameters[i];
                changes[i] = states.get(i).change(parameters[i], g, rate, steps);
            }
            return changes;
        }
    }
}
