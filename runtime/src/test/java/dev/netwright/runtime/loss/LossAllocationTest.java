package dev.netwright.runtime.loss;

import static dev.netwright.annotations.Activation.IDENTITY;
import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.SOFTMAX;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.data.Targets;
import org.junit.jupiter.api.Test;

class LossAllocationTest {
    @Test
    void evaluatingAllocatesNothing() {
        float[] logits = {1, 2, -1, 0.5f, 0, 3};
        Targets labels = Targets.ofLabels(new int[] {1, 2}, 3);
        assertNone(Loss.CROSS_ENTROPY.labelSmoothing(0.1f).classWeights(1, 2, 3), SOFTMAX, labels, logits);
        assertNone(Loss.KULLBACK_LEIBLER, SOFTMAX, labels, logits);
        assertNone(Loss.BINARY_CROSS_ENTROPY.labelSmoothing(0.1f).classWeights(1, 2), SIGMOID, labels, logits);
        assertNone(Loss.HINGE, IDENTITY, labels, logits);
        assertNone(Loss.HUBER, IDENTITY, labels, logits);
        assertNone(Loss.LOG_COSH, IDENTITY, labels, logits);
    }

    private static void assertNone(Loss loss, Activation activation, Targets targets, float[] logits) {
        GivenLogits pass = GivenLogits.of(activation, 3, logits);
        float[] gradients = new float[6];
        double[] losses = new double[2];
        Allocations.assertNoneOnceWarm(
                () -> loss.evaluate(pass.predictions(0), targets, 0, loss.weight(targets, 0), gradients, losses));
    }
}
