package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A pass in which layers share arrays can predict, and refuses all that would go back from it. */
class PredictingPassTest {
    private static final float[] SAMPLES = {1, 2, 3, 4};

    private final Doubling.Work pass = new Doubling.Work(new Doubling(2).topology(), new PredictionCapacity(2));

    @Test
    void predicts() {
        pass.forward(SAMPLES, 2);
        assertThat(pass.outputs()).containsExactly(2, 4, 6, 8);
        assertThat(pass.capacity()).isEqualTo(2);
    }

    @Test
    void neitherTrainsNorGoesBack() {
        pass.forward(SAMPLES, 2);
        JointPasses joint = new JointPasses(1);
        joint.begin(0, pass, 2);
        List<ThrowingCallable> refused = List.of(
                () -> pass.backward(SAMPLES),
                () -> pass.backwardFromLogits(SAMPLES),
                () -> pass.backwardDeltas(SAMPLES),
                () -> pass.backwardDeltasFromLogits(SAMPLES),
                () -> pass.fromOutputs(0, SAMPLES),
                () -> pass.fromLogits(0, SAMPLES),
                pass::backward,
                pass::backwardDeltas,
                () -> pass.forwardTraining(SAMPLES, 0, 2, 1, 1, 0),
                () -> joint.beginForward(0, SAMPLES, 0, 2, 1, 1, 0));
        for (ThrowingCallable call : refused) {
            assertThatIllegalStateException()
                    .isThrownBy(call)
                    .withMessage(
                            "This pass only predicts: its layers share arrays, so it can neither train nor go back;"
                                    + " make one that can with newPass(capacity).");
        }
        assertThatIllegalStateException().isThrownBy(pass::gradients);
        assertThatIllegalStateException().isThrownBy(pass::inputGradients);
        assertThat(pass.outputs()).containsExactly(2, 4, 6, 8);
    }
}
