package dev.netwright.verification.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.testing.reference.CentralDifferences;
import dev.netwright.testing.reference.ReferenceActivations;
import dev.netwright.testing.reference.ReferenceGradients;
import dev.netwright.testing.reference.ReferenceLayer;
import dev.netwright.testing.reference.ReferencePass;
import dev.netwright.verification.reference.Topologies.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference itself: its chain rule gives what central differences of its own forward pass give. */
class ReferencePassTest {
    private static final int CASES = 25;
    private static final double NEAR_KINK = 1e-3;
    private static final double LARGEST_Z = 6;

    /** How much central differences in double precision may be off, relative to the largest gradient. */
    private static final double TOLERANCE = 2e-9;

    @ParameterizedTest
    @MethodSource("dev.netwright.verification.reference.ReferenceLossCase#all")
    void gradientsOfEveryLossAreCentralDifferences(ReferenceLossCase checked) {
        check(checked, random -> new Layer(1 + random.nextInt(5), Activation.TANH, random.nextBoolean()));
    }

    @ParameterizedTest
    @EnumSource
    void gradientsOfEveryHiddenActivationAreCentralDifferences(Activation activation) {
        ReferenceLossCase squared = new ReferenceLossCase(
                "squared error", ReferenceLosses.meanSquaredError(), Activation.IDENTITY, TargetKind.NUMBERS);
        check(squared, random -> new Layer(2 + random.nextInt(4), activation, random.nextBoolean()));
    }

    @ParameterizedTest
    @EnumSource
    void gradientsOfEveryLastActivationAreCentralDifferences(Activation activation) {
        ReferenceLossCase squared = new ReferenceLossCase(
                "squared error", ReferenceLosses.meanSquaredError(), activation, TargetKind.NUMBERS);
        check(squared, random -> new Layer(1 + random.nextInt(5), Activation.TANH, random.nextBoolean()));
    }

    private interface Hidden {
        Layer next(Random random);
    }

    private static void check(ReferenceLossCase checked, Hidden hidden) {
        Random random = new Random(checked.toString().hashCode());
        int cases = 0;
        for (int attempt = 0; cases < CASES; attempt++) {
            assertThat(attempt).as("attempts to stay away from kinks").isLessThan(20 * CASES);
            List<Layer> layers = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                layers.add(hidden.next(random));
            }
            layers.add(new Layer(2 + random.nextInt(3), checked.last(), random.nextBoolean()));
            Topology topology = Topologies.of(1 + random.nextInt(4), layers);
            int rows = 1 + random.nextInt(3);
            double[] parameters = gaussians(random, topology.parameterCount());
            double[][] inputs = new double[rows][];
            double[] weights = new double[rows];
            for (int row = 0; row < rows; row++) {
                inputs[row] = gaussians(random, topology.inputSize());
                weights[row] = 0.25 + random.nextInt(4);
            }
            double[][] targets = checked.targets().draw(random, rows, topology.outputSize());
            ReferenceObjective objective = new ReferenceObjective(checked.loss(), targets, weights);
            ReferencePass pass = new ReferencePass(topology, parameters, inputs);
            if (!isUnfit(pass, objective, checked)) {
                compare(topology, parameters, inputs, objective, pass);
                cases++;
            }
        }
    }

    private static void compare(
            Topology topology,
            double[] parameters,
            double[][] inputs,
            ReferenceObjective objective,
            ReferencePass pass) {
        ReferenceGradients gradients = pass.backward(objective.gradients(pass.outputs()));
        agree(
                topology + "\nparameters",
                gradients.parameters(),
                CentralDifferences.gradient(
                        p -> objective.value(new ReferencePass(topology, p, inputs).outputs()), parameters));
        for (int row = 0; row < inputs.length; row++) {
            agree(
                    topology + "\ninputs of row " + row,
                    gradients.inputs()[row],
                    CentralDifferences.gradient(
                            x -> objective.value(new ReferencePass(topology, parameters, inputs).outputs()),
                            inputs[row]));
        }
    }

    private static void agree(String what, double[] chainRule, double[] differences) {
        double largest = 1;
        for (double difference : differences) {
            largest = Math.max(largest, Math.abs(difference));
        }
        for (int i = 0; i < chainRule.length; i++) {
            assertThat(chainRule[i])
                    .as("%s: gradient %d", what, i)
                    .isCloseTo(differences[i], within(TOLERANCE * largest));
        }
    }

    /** Near a kink there is no derivative, and far up a tower of exponentials differences are too coarse. */
    private static boolean isUnfit(ReferencePass pass, ReferenceObjective objective, ReferenceLossCase checked) {
        for (ReferenceLayer layer : pass.layers()) {
            ActivationFunction activation = layer.description().activation();
            boolean isUnfit = Arrays.stream(layer.z())
                    .flatMapToDouble(Arrays::stream)
                    .anyMatch(z -> Math.abs(z) > LARGEST_Z
                            || ReferenceActivations.kinks(activation).stream()
                                    .anyMatch(kink -> Math.abs(z - kink) < NEAR_KINK));
            if (isUnfit) {
                return true;
            }
        }
        for (int row = 0; row < pass.outputs().length; row++) {
            if (checked.kinks().distance(pass.outputs()[row], objective.targets()[row]) < NEAR_KINK) {
                return true;
            }
        }
        return false;
    }

    private static double[] gaussians(Random random, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = 0.6 * random.nextGaussian();
        }
        return values;
    }
}
