package dev.netwright.verification.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.training.Trainer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a network of several inputs has for callers who name them. */
class SeveralInputsTest {
    private final ProductNetwork product = ProductNetwork.create(1);
    private final CriticNetwork critic = CriticNetwork.create(7);

    @Test
    void aProductHasTheGradientsOfAProduct() {
        ProductNetwork.Workspace pass = product.newPass(2);
        pass.forward(new float[] {3, -2}, new float[] {4, 5}, 2);
        pass.backward(new float[] {0.5f, 10});

        assertThat(pass.outputs()).containsExactly(12, -10);
        assertThat(pass.gradientsOfX()).containsExactly(4 * 0.5f, 5 * 10);
        assertThat(pass.gradientsOfY()).containsExactly(3 * 0.5f, -2 * 10);
        assertThat(pass.inputGradients()).containsExactly(2, 1.5f, 50, -20);
        assertThat(product.parameters()).isEmpty();
    }

    @Test
    void namedInputsAreTheColumnsOfASample() {
        float[] state = {0.1f, -0.2f, 0.3f};
        float[] action = {1, -1};

        assertThat(critic.infer(state, action)).isEqualTo(critic.predict(new float[] {0.1f, -0.2f, 0.3f, 1, -1}));
        assertThat(critic.topology().inputs()).extracting("name").containsExactly("state", "action");
        assertThat(critic.inputSize()).isEqualTo(5);
    }

    @Test
    void aPassTakesInputsOneByOneOrTogether() {
        float[] states = {1, 2, 3, 4, 5, 6};
        float[] actions = {-1, -2, -3, -4};
        float[] together = {1, 2, 3, -1, -2, 4, 5, 6, -3, -4};
        CriticNetwork.Workspace named = critic.newPass(3);
        CriticNetwork.Workspace joined = critic.newPass(3);
        named.forward(states, actions, 2);
        joined.forward(together, 2);
        named.backward(new float[] {1, 1});
        joined.backward(new float[] {1, 1});

        assertThat(named.outputs()).isEqualTo(joined.outputs());
        assertThat(named.gradients()).isEqualTo(joined.gradients());
        assertThat(named.inputGradients()).isEqualTo(joined.inputGradients());
        assertThat(named.gradientsOfAction()).startsWith(named.inputGradients()[3], named.inputGradients()[4]);
    }

    @Test
    void aPassOfTrainingTakesInputsOneByOneToo() {
        NoisyCriticNetwork noisy = NoisyCriticNetwork.create(3);
        float[] states = {1, 2, 3, 4, 5, 6};
        float[] seeds = {-1, -2, -3, -4};
        NoisyCriticNetwork.Workspace named = noisy.newPass(3);
        NoisyCriticNetwork.Workspace joined = noisy.newPass(3);
        named.forwardTraining(states, seeds, 2, 7, 11, 4);
        joined.forwardTraining(new float[] {1, 2, 3, -1, -2, 4, 5, 6, -3, -4}, 0, 2, 7, 11, 4);
        named.backward(new float[] {1, 1});
        joined.backward(new float[] {1, 1});

        assertThat(named.outputs()).isEqualTo(joined.outputs());
        assertThat(named.gradients()).isEqualTo(joined.gradients());
        named.forwardTraining(states, seeds, 2, 7, 12, 4);
        assertThat(named.outputs()).as("another step").isNotEqualTo(joined.outputs());
        named.forward(states, seeds, 2);
        assertThat(named.outputs()).as("no training").isNotEqualTo(joined.outputs());
        assertThatThrownBy(() -> named.forwardTraining(states, new float[3], 2, 7, 11, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seed");
    }

    @Test
    void whatIsWrongIsRefusedByItsNameAndChangesNothing() {
        CriticNetwork.Workspace pass = critic.newPass(2);
        pass.forward(new float[] {1, 2, 3}, new float[] {4, 5}, 1);
        pass.backward(new float[] {1});
        float[] gradients = pass.gradients().clone();

        assertThatThrownBy(() -> pass.forward(new float[] {9, 9, 9}, new float[] {4}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("action");
        assertThatThrownBy(() -> pass.forward(new float[] {9, 9, 9}, new float[] {4, Float.NaN}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("action");
        assertThatThrownBy(() -> pass.forward(new float[9], new float[6], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows is 3");
        assertThatThrownBy(() -> critic.infer(new float[2], new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("state");
        pass.backward(new float[] {1});
        assertThat(pass.gradients()).isEqualTo(gradients);
    }

    @Test
    void longerArraysGiveTheirFirstRows() {
        float[] states = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        float[] actions = {1, -1, 2, -2, Float.NaN, 0};
        CriticNetwork.Workspace longer = critic.newPass(3);
        longer.forward(states, actions, 2);
        CriticNetwork.Workspace exact = critic.newPass(3);
        exact.forward(Arrays.copyOf(states, 6), Arrays.copyOf(actions, 4), 2);
        assertThat(longer.outputs()).isEqualTo(exact.outputs());
    }

    /** It would run to its end and teach nothing. */
    @Test
    void aNetworkWithoutParametersIsNotTrained() {
        Dataset data = Dataset.of(new float[] {1, 2, 3, 4, 5, 6}, 2, new float[] {2, 12, 30}, 1);
        Trainer trainer = Trainer.of(product).loss(Loss.MEAN_SQUARED_ERROR).optimizer(new Adam(0.1f));
        assertThatThrownBy(() -> trainer.fit(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Product has no parameters, so there is nothing to train; give a layer a size.");
    }
}
