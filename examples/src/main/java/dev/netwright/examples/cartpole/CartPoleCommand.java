package dev.netwright.examples.cartpole;

import dev.netwright.examples.TrainingOptions;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.Optimizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Learns to balance a pole by trying. */
@Command(
        name = "cartpole",
        description = {
            "Learns to balance a pole on a cart, by trying.",
            "An epoch is " + CartPoleCommand.EPISODES
                    + " episodes and a step of the optimizer. Training ends early once the" + " pole stands."
        })
public final class CartPoleCommand implements Callable<Integer> {
    static final int EPISODES = 10;

    private static final int EPOCHS = 200;
    private static final int EPOCHS_PER_LINE = 5;
    private static final int TRIALS = 100;

    /** The average over 100 episodes at which CartPole-v1 counts as solved. */
    private static final double SOLVED = 475;

    /** The average at which training ends, over other episodes than those of the final trial: a margin. */
    private static final double ENOUGH = 490;

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    /** For the command line. */
    public CartPoleCommand() {}

    @Override
    public Integer call() {
        Random random = new Random(options.seed());
        long[] trialSeeds = random.longs(TRIALS).toArray();
        Policy policy = PolicyNetwork.create(options.seed());
        ExecutorService threads = Executors.newFixedThreadPool(options.threads());
        try {
            train(policy, random, threads);
            double steps = meanSteps(play(trialSeeds, seed -> Episode.exploit(policy, seed), threads));
            System.out.printf(
                    Locale.ROOT,
                    "Final trial, %d other episodes: %.1f of %d steps on average, %s (%.0f)%n",
                    TRIALS,
                    steps,
                    CartPole.MOST_STEPS,
                    steps >= SOLVED ? "solved" : "not solved",
                    SOLVED);
        } finally {
            threads.shutdown();
        }
        return 0;
    }

    private void train(Policy policy, Random random, ExecutorService threads) {
        Optimizer optimizer = new Adam(0.02f);
        Optimizer.Run run = optimizer.start(policy.topology().parameterCount());
        PolicyGradient gradient = new PolicyGradient(policy, EPISODES);
        long[] trialSeeds = random.longs(TRIALS).toArray();
        int epochs = options.epochs(EPOCHS);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            long[] seeds = random.longs(EPISODES).toArray();
            List<Episode> episodes = play(seeds, seed -> Episode.explore(policy, seed), threads);
            gradient.setEpisodes(episodes);
            run.step(gradient, optimizer.learningRate());
            if (epoch % EPOCHS_PER_LINE == 0 || epoch == epochs) {
                double steps = meanSteps(play(trialSeeds, seed -> Episode.exploit(policy, seed), threads));
                System.out.printf(
                        Locale.ROOT,
                        "epoch %3d, episode %4d: %5.1f steps on average while learning, %5.1f in a trial%n",
                        epoch,
                        epoch * EPISODES,
                        meanSteps(episodes),
                        steps);
                if (steps >= ENOUGH) {
                    return;
                }
            }
        }
    }

    /** One episode for each seed, in their order: any number of threads plays with one network at once. */
    private static List<Episode> play(long[] seeds, LongFunction<Episode> game, ExecutorService threads) {
        List<CompletableFuture<Episode>> playing = LongStream.of(seeds)
                .mapToObj(seed -> CompletableFuture.supplyAsync(() -> game.apply(seed), threads))
                .toList();
        return playing.stream().map(CompletableFuture::join).toList();
    }

    private static double meanSteps(List<Episode> episodes) {
        return episodes.stream().mapToInt(Episode::steps).average().orElse(0);
    }
}
