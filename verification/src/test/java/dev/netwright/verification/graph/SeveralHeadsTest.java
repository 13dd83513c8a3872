package dev.netwright.verification.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.topology.OutputHead;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a network of several outputs has for callers who name them. */
class SeveralHeadsTest {
    private static final int ROWS = 4;

    private final AgentNetwork agent = AgentNetwork.create(3);
    private final AgentNetwork.Workspace pass = agent.newPass(ROWS + 1);
    private final float[] states = normal(ROWS * 3);
    private final float[] times = normal(ROWS);

    private static float[] normal(int count) {
        Random random = new Random(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Test
    void outputsStandSideBySideInTheOrderOfTheirDeclaration() {
        float[] state = {0.5f, -1, 2};
        float[] time = {0.25f};
        AgentNetwork.Outputs named = agent.infer(state, time);
        float[] together = agent.predict(new float[] {0.5f, -1, 2, 0.25f});

        assertThat(agent.outputSize()).isEqualTo(6);
        assertThat(agent.topology().outputs()).containsExactly("policy", "forecast", "value");
        assertThat(named.policy()).containsExactly(Arrays.copyOfRange(together, 0, 2));
        assertThat(named.forecast()).containsExactly(Arrays.copyOfRange(together, 2, 5));
        assertThat(named.value()).containsExactly(together[5]);
        assertThat(named.policy()[0] + named.policy()[1]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void outputsPrintTheirNumbersAndAreThereAfterAForwardPass() {
        assertThat(new AgentNetwork.Outputs(new float[] {0.25f, 0.75f}, new float[] {1, 2, 3}, new float[] {-1}))
                .hasToString("Outputs[policy=[0.25, 0.75], forecast=[1.0, 2.0, 3.0], value=[-1.0]]");
        AgentNetwork.Workspace fresh = agent.newPass(1);
        assertThatIllegalStateException()
                .isThrownBy(fresh::outputsOfPolicy)
                .withMessage("No forward pass has been made; call forward(...) before outputs() or logits().");
        assertThatIllegalStateException().isThrownBy(fresh::logits);
        assertThatIllegalStateException().isThrownBy(() -> fresh.predictions(1).outputs());
    }

    @Test
    void theTopologySaysWhereTheHeadsAre() {
        assertThat(agent.topology().heads())
                .containsExactly(
                        new OutputHead("head policy of Agent", "policy", 2, 0, Activation.SOFTMAX),
                        new OutputHead(
                                "head forecast of Agent",
                                "forecast",
                                3,
                                2,
                                Activation.IDENTITY,
                                "its last activation is IDENTITY, but the residual \"state\" is added after it"),
                        new OutputHead("head value of Agent", "value", 1, 5, Activation.IDENTITY));
        assertThat(agent.topology().toString()).endsWith("\n  outputs: policy, forecast, value");
    }

    @Test
    void aPassHasTheOutputsAndLogitsOfEachHead() {
        pass.forward(states, times, ROWS);
        for (int row = 0; row < ROWS; row++) {
            assertThat(row(pass.outputsOfPolicy(), row, 2)).containsExactly(columns(pass.outputs(), row, 0, 2));
            assertThat(row(pass.outputsOfForecast(), row, 3)).containsExactly(columns(pass.outputs(), row, 2, 5));
            assertThat(row(pass.outputsOfValue(), row, 1)).containsExactly(columns(pass.outputs(), row, 5, 6));
            assertThat(row(pass.logitsOfPolicy(), row, 2)).containsExactly(columns(pass.logits(), row, 0, 2));
        }
        assertThat(pass.logitsOfPolicy()).isNotEqualTo(pass.outputsOfPolicy());
        assertThat(pass.logitsOfForecast()).isSameAs(pass.outputsOfForecast());
        assertThat(pass.predictions(1).outputs()).isSameAs(pass.outputsOfForecast());
        assertThat(pass.predictions(0).logits()).isSameAs(pass.logitsOfPolicy());
    }

    @Test
    void eachHeadStartsWhereItsGradientIsGiven() {
        float[] policy = normal(ROWS * 2);
        float[] forecast = normal(ROWS * 3);
        float[] value = normal(ROWS + 1);
        pass.forward(states, times, ROWS);
        pass.fromOutputsOfPolicy(policy)
                .fromOutputsOfForecast(forecast)
                .fromOutputsOfValue(value)
                .backward();
        float[] named = pass.gradients().clone();
        float[] namedOfInputs = pass.inputGradients().clone();
        pass.backward(sideBySide(policy, forecast, value));

        assertThat(named).isEqualTo(pass.gradients());
        assertThat(namedOfInputs).isEqualTo(pass.inputGradients());

        pass.fromLogitsOfPolicy(policy)
                .fromLogitsOfForecast(forecast)
                .fromLogitsOfValue(value)
                .backward();
        float[] ofLogits = pass.gradients().clone();
        pass.backwardFromLogits(sideBySide(policy, forecast, value));

        assertThat(ofLogits).isEqualTo(pass.gradients()).isNotEqualTo(named);
    }

    @Test
    void aHeadWithoutAGradientIsNamed() {
        pass.forward(states, times, ROWS);
        pass.fromLogitsOfPolicy(new float[ROWS * 2]).fromOutputsOfValue(new float[ROWS]);
        assertThatIllegalStateException()
                .isThrownBy(pass::backward)
                .withMessage(
                        "No gradient was given for head forecast of Agent; give one for each head before backward(), zeros"
                                + " where its outputs do not count.");
        pass.fromOutputsOfForecast(new float[ROWS * 3]).backward();
        assertThatIllegalStateException()
                .as("gradients count for one pass")
                .isThrownBy(pass::backward)
                .withMessageContaining("head policy");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pass.fromLogitsOfPolicy(new float[ROWS * 2 - 1]))
                .withMessage(
                        "The gradient of head policy of Agent has 7 values, but 4 x 2 (rows x columns) needs at least"
                                + " 8.");
        assertThatIllegalStateException()
                .isThrownBy(() -> agent.newPass(1).fromLogitsOfPolicy(new float[2]))
                .withMessageContaining("call forward(...)");
    }

    @Test
    void aStartThatWasRefusedIsMadeAgainFromItsFirstHead() {
        pass.forward(states, times, ROWS);
        float[] policy = new float[ROWS * 2];
        pass.fromLogitsOfPolicy(policy);
        assertThatIllegalArgumentException().isThrownBy(() -> pass.fromOutputsOfForecast(new float[ROWS * 3 - 1]));
        assertThatIllegalStateException()
                .as("nothing of the start is left")
                .isThrownBy(pass::backward)
                .withMessageContaining("head policy");
        pass.fromLogitsOfPolicy(policy)
                .fromOutputsOfForecast(new float[ROWS * 3])
                .fromOutputsOfValue(new float[ROWS])
                .backward();
    }

    private static float[] sideBySide(float[] policy, float[] forecast, float[] value) {
        float[] all = new float[ROWS * 6];
        for (int row = 0; row < ROWS; row++) {
            System.arraycopy(policy, row * 2, all, row * 6, 2);
            System.arraycopy(forecast, row * 3, all, row * 6 + 2, 3);
            all[row * 6 + 5] = value[row];
        }
        return all;
    }

    private static float[] row(float[] values, int row, int columns) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    private static float[] columns(float[] all, int row, int from, int to) {
        return Arrays.copyOfRange(all, row * 6 + from, row * 6 + to);
    }
}
