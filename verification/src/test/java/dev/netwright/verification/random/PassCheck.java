package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.Topology;
import dev.netwright.testing.dropout.DropoutMasks;
import dev.netwright.testing.reference.Doubles;
import dev.netwright.testing.reference.ReferenceGradients;
import dev.netwright.testing.reference.ReferencePass;
import dev.netwright.testing.reference.RoundingErrors;
import java.util.Arrays;
import java.util.Random;

/** One pass, used for batches of several sizes, against the reference: forward, and backward from both ends. */
final class PassCheck {
    private final Topology topology;
    private final double[] parameters;
    private final Pass pass;
    private final Comparison comparison;
    private ReferencePass reference;
    private RoundingErrors errors;

    PassCheck(Network network, int capacity, Comparison comparison) {
        topology = network.topology();
        parameters = Doubles.of(network.parameters());
        pass = network.newPass(capacity);
        this.comparison = comparison;
    }

    Pass pass() {
        return pass;
    }

    /** Checks the rows of a batch that stand somewhere in {@code inputs}; what is around them is never read. */
    void check(float[] inputs, int firstRow, int rows, Random random) {
        int columns = topology.inputSize();
        float[] surrounded = new float[inputs.length + columns];
        Arrays.fill(surrounded, Float.NaN);
        System.arraycopy(inputs, firstRow * columns, surrounded, firstRow * columns, rows * columns);
        double[][] exact = Doubles.rows(inputs, firstRow, rows, columns);
        if (topology.dropsOut()) {
            long seed = random.nextLong();
            long step = random.nextInt(100);
            long batchRow = random.nextInt(100);
            pass.forwardTraining(surrounded, firstRow, rows, seed, step, batchRow);
            compare(
                    new ReferencePass(
                            topology, parameters, exact, DropoutMasks.of(topology, seed, step, batchRow, rows)),
                    random);
        }
        pass.forward(surrounded, firstRow, rows);
        assertThat(pass.rows()).isEqualTo(rows);
        compare(new ReferencePass(topology, parameters, exact), random);
    }

    private void compare(ReferencePass expected, Random random) {
        reference = expected;
        errors = new RoundingErrors(reference);
        comparison.check("logits", pass.logits(), reference.logits(), errors.logits());
        comparison.check("outputs", pass.outputs(), reference.outputs(), errors.outputs());
        checkBackward(gradients(random, pass.rows()), false);
        checkBackward(gradients(random, pass.rows()), true);
    }

    /** Checks a backward pass of the last rows, from gradients at the outputs or at the logits. */
    void checkBackward(float[] given, boolean areOfLogits) {
        double[][] exact = Doubles.rows(given, 0, pass.rows(), topology.outputSize());
        if (areOfLogits) {
            pass.backwardFromLogits(given);
            ReferenceGradients expected = reference.backwardFromLogits(exact);
            compare("backwardFromLogits", expected, errors.backwardFromLogits(exact));
        } else {
            pass.backward(given);
            ReferenceGradients expected = reference.backward(exact);
            compare("backward", expected, errors.backward(exact));
        }
    }

    private void compare(String what, ReferenceGradients expected, RoundingErrors.Backward errors) {
        comparison.check(
                what + ": parameter gradients",
                pass.gradients(),
                new double[][] {expected.parameters()},
                new double[][] {errors.parameters()});
        comparison.check(what + ": input gradients", pass.inputGradients(), expected.inputs(), errors.inputs());
    }

    /** Longer than needed, which is allowed. */
    private float[] gradients(Random random, int rows) {
        float[] needed = Floats.normal(random, rows * topology.outputSize(), 1);
        float[] longer = Arrays.copyOf(needed, needed.length + 3);
        Arrays.fill(longer, needed.length, longer.length, Float.NaN);
        return longer;
    }
}
