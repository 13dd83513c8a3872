package dev.netwright.examples.cartpole;

import dev.netwright.runtime.Pass;
import dev.netwright.runtime.optimizer.Objective;
import java.util.List;

/**
 * REINFORCE (Williams 1992) as an objective for any optimizer: {@code L = -1/n·Σ advantage·log π(push | state)} over the n
 * steps of some episodes. Its gradient makes pushes that turned out well likelier, and others less likely.
 *
 * <p>The gradient is given at the logits z of the softmax, where it is {@code advantage/n·(π - 1)} for the push that was
 * chosen and {@code advantage/n·π} for the other.
 */
final class PolicyGradient implements Objective {
    private static final int PUSHES = 2;

    private final Policy policy;
    private final Pass pass;
    private final float[] states;
    private final float[] logitGradients;
    private List<Episode> episodes = List.of();

    /** For up to {@code mostEpisodes} at a time. */
    PolicyGradient(Policy policy, int mostEpisodes) {
        int rows = mostEpisodes * CartPole.MOST_STEPS;
        this.policy = policy;
        this.pass = policy.newPass(rows);
        this.states = new float[rows * CartPole.STATE_SIZE];
        this.logitGradients = new float[rows * PUSHES];
    }

    /** What to learn from next. */
    void setEpisodes(List<Episode> episodes) {
        this.episodes = List.copyOf(episodes);
    }

    @Override
    public float[] parameters() {
        return policy.parameters();
    }

    @Override
    public float[] gradients() {
        return pass.gradients();
    }

    @Override
    public double evaluate() {
        double[] advantages = Advantages.of(episodes);
        int rows = 0;
        for (Episode episode : episodes) {
            episode.copyStates(states, rows);
            rows += episode.steps();
        }
        pass.forward(states, 0, rows);
        double loss = 0;
        int row = 0;
        for (Episode episode : episodes) {
            for (int step = 0; step < episode.steps(); step++, row++) {
                loss -= addStep(row, episode.push(step), advantages[row] / rows);
            }
        }
        pass.backwardFromLogits(logitGradients);
        return loss;
    }

    /** Writes the gradient of one step and returns its {@code weight·log π}. */
    private double addStep(int row, int chosen, double weight) {
        float[] probabilities = pass.outputs();
        for (int push = 0; push < PUSHES; push++) {
            double probability = probabilities[row * PUSHES + push];
            logitGradients[row * PUSHES + push] = (float) (weight * (push == chosen ? probability - 1 : probability));
        }
        return weight * StrictMath.log(probabilities[row * PUSHES + chosen]);
    }
}
