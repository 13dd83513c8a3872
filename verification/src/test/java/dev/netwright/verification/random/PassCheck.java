package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.testing.dropout.DropoutMasks;
import dev.netwright.testing.reference.Doubles;
import dev.netwright.testing.reference.PassMode;
import dev.netwright.testing.reference.ReferenceGradients;
import dev.netwright.testing.reference.ReferencePass;
import dev.netwright.testing.reference.RoundingErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One pass, used for batches of several sizes, against the reference: forward, and backward from both ends. */
final class PassCheck {
    private final Topology topology;
    private final double[] parameters;
    private final PassMode inference;
    private final Pass pass;
    private final Comparison comparison;
    private ReferencePass reference;
    private RoundingErrors errors;

    PassCheck(Network network, int capacity, Comparison comparison) {
        topology = network.topology();
        parameters = Doubles.of(network.parameters());
        inference = PassMode.inference(Doubles.of(network.statistics()));
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
        boolean canTrain = rows >= topology.leastTrainingRows();
        if (canTrain && (topology.dropsOut() || topology.normalizesBatches())) {
            long seed = random.nextLong();
            long step = random.nextInt(100);
            long batchRow = random.nextInt(100);
            pass.forwardTraining(surrounded, firstRow, rows, seed, step, batchRow);
            compare(
                    new ReferencePass(
                            topology,
                            parameters,
                            exact,
                            PassMode.training(DropoutMasks.of(topology, seed, step, batchRow, rows))),
                    random);
        }
        pass.forward(surrounded, firstRow, rows);
        assertThat(pass.rows()).isEqualTo(rows);
        compare(new ReferencePass(topology, parameters, exact, inference), random);
    }

    private void compare(ReferencePass expected, Random random) {
        reference = expected;
        errors = new RoundingErrors(reference);
        comparison.check("logits", pass.logits(), reference.logits(), errors.logits());
        comparison.check("outputs", pass.outputs(), reference.outputs(), errors.outputs());
        checkHeads();
        checkBackward(gradients(random, pass.rows()), false);
        checkBackward(gradients(random, pass.rows()), true);
    }

    /** What each head gives is its columns of what they give together. */
    private void checkHeads() {
        int columns = topology.outputSize();
        for (OutputHead head : topology.heads()) {
            Predictions predictions = pass.predictions(topology.heads().indexOf(head));
            for (int i = 0; i < pass.rows() * head.units(); i++) {
                int at = i / head.units() * columns + head.firstColumn() + i % head.units();
                assertThat(predictions.outputs()[i]).isEqualTo(pass.outputs()[at]);
                assertThat(predictions.logits()[i]).isEqualTo(pass.logits()[at]);
            }
        }
    }

    /** Checks a backward pass of the last rows, from gradients at the outputs or at the logits of each head. */
    void checkBackward(List<float[]> ofHeads, boolean[] areOfLogits) {
        double[][] exact = new double[pass.rows()][topology.outputSize()];
        for (int head = 0; head < areOfLogits.length; head++) {
            OutputHead of = topology.heads().get(head);
            double[][] given = Doubles.rows(ofHeads.get(head), 0, pass.rows(), of.units());
            for (int row = 0; row < given.length; row++) {
                System.arraycopy(given[row], 0, exact[row], of.firstColumn(), of.units());
            }
            if (areOfLogits[head]) {
                pass.fromLogits(head, ofHeads.get(head));
            } else {
                pass.fromOutputs(head, ofHeads.get(head));
            }
        }
        pass.backward();
        compare("backward of heads", reference.backward(exact, areOfLogits), errors.backward(exact, areOfLogits));
    }

    private void checkBackward(float[] given, boolean areOfLogits) {
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
