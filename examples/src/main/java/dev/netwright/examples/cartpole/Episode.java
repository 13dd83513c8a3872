package dev.netwright.examples.cartpole;

import java.util.Arrays;
import java.util.Random;

/** One episode as it was played: the states that were seen and the pushes that were chosen. */
final class Episode {
    private final float[] states;
    private final int[] pushes;

    /** States, {@code steps x 4}, and as many pushes. */
    Episode(float[] states, int[] pushes) {
        this.states = states;
        this.pushes = pushes;
    }

    /** How a push is chosen from the policy's probabilities, {@code 1 x 2}. */
    interface Choice {
        int push(float[] probabilities);
    }

    /** Plays with pushes drawn from the policy's probabilities, to learn from. */
    static Episode explore(Policy policy, long seed) {
        Random random = new Random(seed);
        return play(
                policy,
                random,
                probabilities -> random.nextDouble() < probabilities[CartPole.LEFT] ? CartPole.LEFT : CartPole.RIGHT);
    }

    /** Plays with the likelier push each time, as well as the policy can. */
    static Episode exploit(Policy policy, long seed) {
        return play(
                policy,
                new Random(seed),
                probabilities ->
                        probabilities[CartPole.LEFT] > probabilities[CartPole.RIGHT] ? CartPole.LEFT : CartPole.RIGHT);
    }

    private static Episode play(Policy policy, Random random, Choice choice) {
        float[] states = new float[CartPole.MOST_STEPS * CartPole.STATE_SIZE];
        int[] pushes = new int[CartPole.MOST_STEPS];
        float[] state = new float[CartPole.STATE_SIZE];
        float[] probabilities = new float[2];
        CartPole cart = new CartPole(random);
        while (!cart.isOver()) {
            int step = cart.steps();
            cart.state(state);
            System.arraycopy(state, 0, states, step * CartPole.STATE_SIZE, CartPole.STATE_SIZE);
            policy.predict(state, probabilities);
            pushes[step] = choice.push(probabilities);
            cart.push(pushes[step]);
        }
        return new Episode(
                Arrays.copyOf(states, cart.steps() * CartPole.STATE_SIZE), Arrays.copyOf(pushes, cart.steps()));
    }

    /** How long the pole stood; each step is a reward of 1. */
    int steps() {
        return pushes.length;
    }

    /** The push of a step. */
    int push(int step) {
        return pushes[step];
    }

    /** Copies the states, {@code steps x 4}, to {@code to}, from row {@code row} on. */
    void copyStates(float[] to, int row) {
        System.arraycopy(states, 0, to, row * CartPole.STATE_SIZE, states.length);
    }
}
