package dev.netwright.examples.actorcritic;

import dev.netwright.examples.TrainingOptions;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.Optimizer;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Learns the shortest way to the exit from everywhere. */
@Command(
        name = "actorcritic",
        description = {
            "Finds the exit of a floor, with an actor and a critic in one network.",
            "An epoch is " + ActorCriticCommand.MOVES + " moves of " + ActorCriticCommand.ROBOTS
                    + " robots, and a step of the optimizer after each."
        })
public final class ActorCriticCommand implements Callable<Integer> {
    static final int ROBOTS = 32;
    static final int MOVES = 100;

    private static final int EPOCHS = 40;
    private static final int EPOCHS_PER_LINE = 5;
    private static final int TOO_MANY = 200;

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    /** For the command line. */
    public ActorCriticCommand() {}

    @Override
    public Integer call() {
        RobotNetwork robot = RobotNetwork.create(options.seed());
        Guide guide = new Guide(robot);
        Robots robots = new Robots(robot, ROBOTS, new Random(options.seed()));
        Moves moves = new Moves(ROBOTS);
        ActorCritic learning = new ActorCritic(robot, moves);
        Optimizer optimizer = new Adam(5e-3f);
        Optimizer.Run run = optimizer.start(robot.parameters().length);
        int epochs = options.epochs(EPOCHS);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            // Smaller steps towards the end, where there is little left to learn.
            float rate = optimizer.learningRate() * (epochs - epoch + 1) / epochs;
            for (int i = 0; i < MOVES; i++) {
                robots.move(moves);
                run.step(learning, rate);
            }
            if (epoch % EPOCHS_PER_LINE == 0 || epoch == epochs) {
                System.out.printf(
                        Locale.ROOT, "epoch %3d, %,7d moves: %s%n", epoch, epoch * MOVES * ROBOTS, judged(guide));
            }
        }
        System.out.println("The likeliest ways, and how many moves the critic thinks are left:");
        System.out.print(guide.arrows());
        System.out.print(guide.estimates());
        return 0;
    }

    private static String judged(Guide guide) {
        int[] fewest = Floor.fewestMoves();
        int shortest = 0;
        double error = 0;
        for (int start : Floor.starts()) {
            shortest += guide.moves(start, TOO_MANY) == fewest[start] ? 1 : 0;
            error += Math.abs(guide.estimatedMoves(start) - fewest[start]);
        }
        int starts = Floor.starts().size();
        return String.format(
                Locale.ROOT,
                "the shortest way from %d of %d cells; the critic is off by %.1f moves",
                shortest,
                starts,
                error / starts);
    }
}
