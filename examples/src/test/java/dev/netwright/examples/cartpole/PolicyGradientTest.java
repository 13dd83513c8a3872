package dev.netwright.examples.cartpole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is learned from episodes. */
class PolicyGradientTest {
    private static Episode episode(int... pushes) {
        float[] states = new float[pushes.length * CartPole.STATE_SIZE];
        for (int i = 0; i < states.length; i++) {
            states[i] = (float) Math.sin(1 + 7 * i + pushes.length);
        }
        return new Episode(states, pushes);
    }

    @Test
    void anAdvantageIsTheReturnLessTheMeanOfTheReturnsFromTheSameStep() {
        double[] advantages = Advantages.of(List.of(episode(0, 1, 1), episode(1)));
        // With a discount of 0.99 the returns are 2.9701, 1.99 and 1 for the first, and 1 for the second episode.
        double[] expected = {2.9701 - 1.98505, 1.99 - 0.995, 1 - 0.5, 1 - 1.98505};
        double meanSquare = 0;
        for (double value : expected) {
            meanSquare += value * value / 4;
        }
        for (int i = 0; i < 4; i++) {
            assertThat(advantages[i]).isCloseTo(expected[i] / Math.sqrt(meanSquare), within(1e-12));
        }
    }

    @Test
    void episodesThatAllWentAlikeTeachNothing() {
        assertThat(Advantages.of(List.of(episode(0, 1), episode(1, 1)))).containsExactly(0, 0, 0, 0);
    }

    @Test
    void theGradientIsThatOfTheExpectedAdvantage() {
        Policy policy = PolicyNetwork.create(3);
        List<Episode> episodes = List.of(episode(0, 1, 1, 0, 1), episode(1, 0), episode(0, 0, 1));
        PolicyGradient gradient = new PolicyGradient(policy, 3);
        gradient.setEpisodes(episodes);
        assertThat(gradient.evaluate()).isCloseTo(loss(policy, episodes), within(1e-7));

        float[] parameters = policy.parameters();
        float step = 0.01f;
        for (int i = 0; i < parameters.length; i += 7) {
            float value = parameters[i];
            parameters[i] = value + step;
            double above = loss(policy, episodes);
            parameters[i] = value - step;
            double below = loss(policy, episodes);
            parameters[i] = value;
            assertThat((double) gradient.gradients()[i])
                    .as("gradient of parameter %d", i)
                    .isCloseTo((above - below) / (2 * step), within(1e-4));
        }
    }

    /** {@code -1/n·Σ advantage·log π(push | state)}. */
    private static double loss(Policy policy, List<Episode> episodes) {
        double[] advantages = Advantages.of(episodes);
        double loss = 0;
        int row = 0;
        for (Episode episode : episodes) {
            float[] states = new float[episode.steps() * CartPole.STATE_SIZE];
            episode.copyStates(states, 0);
            float[] probabilities = policy.predict(states, episode.steps());
            for (int step = 0; step < episode.steps(); step++) {
                loss -= advantages[row++] * Math.log(probabilities[2 * step + episode.push(step)]) / advantages.length;
            }
        }
        return loss;
    }
}
