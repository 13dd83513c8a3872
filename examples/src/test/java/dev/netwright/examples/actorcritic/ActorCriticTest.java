package dev.netwright.examples.actorcritic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is learned from moves, and what moves say. */
class ActorCriticTest {
    private static final int ROBOTS = 6;

    private final RobotNetwork network = RobotNetwork.create(4);
    private final Moves moves = new Moves(ROBOTS);

    @Test
    void theGradientIsThatOfTheLoss() {
        for (int robot = 0; robot < ROBOTS; robot++) {
            moves.set(robot, Floor.starts().get(3 * robot), robot % Floor.DIRECTIONS, 0.3 * robot - 0.5);
        }
        double[] advantages = new double[ROBOTS];
        for (int robot = 0; robot < ROBOTS; robot++) {
            advantages[robot] = moves.expectedReturn(robot) - outputs(robot).value()[0];
        }
        ActorCritic learning = new ActorCritic(network, moves);
        assertThat(learning.evaluate()).isCloseTo(loss(advantages), within(1e-6));

        float[] parameters = network.parameters();
        float step = 0.01f;
        for (int i = 0; i < parameters.length; i += 11) {
            float value = parameters[i];
            parameters[i] = value + step;
            double above = loss(advantages);
            parameters[i] = value - step;
            double below = loss(advantages);
            parameters[i] = value;
            assertThat((double) learning.gradients()[i])
                    .as("gradient of parameter %d", i)
                    .isCloseTo((above - below) / (2 * step), within(1e-4));
        }
    }

    private RobotNetwork.Outputs outputs(int robot) {
        return network.infer(Arrays.copyOfRange(moves.places(), robot * Floor.CELLS, (robot + 1) * Floor.CELLS));
    }

    /** The formula, whose first term takes the advantages as given. */
    private double loss(double[] advantages) {
        double loss = 0;
        for (int robot = 0; robot < ROBOTS; robot++) {
            RobotNetwork.Outputs outputs = outputs(robot);
            double entropy = 0;
            for (float p : outputs.policy()) {
                entropy -= p * Math.log(p);
            }
            double error = moves.expectedReturn(robot) - outputs.value()[0];
            loss += (-advantages[robot] * Math.log(outputs.policy()[moves.direction(robot)])
                            - 0.01 * entropy
                            + error * error / 2)
                    / ROBOTS;
        }
        return loss;
    }

    @Test
    void robotsExpectTheExitsRewardOrWhatTheCriticSaysOfTheNextCell() {
        Robots robots = new Robots(network, ROBOTS, new Random(1));
        int exits = 0;
        for (int step = 0; step < 300; step++) {
            robots.move(moves);
            for (int robot = 0; robot < ROBOTS; robot++) {
                int cell = cell(robot);
                int next = Floor.after(cell, moves.direction(robot));
                float[] place = new float[Floor.CELLS];
                Floor.place(next, place, 0);
                double expected = 0.9 * network.infer(place).value()[0];
                exits += Floor.isExit(next) ? 1 : 0;
                assertThat(moves.expectedReturn(robot)).isEqualTo(Floor.isExit(next) ? 1 : expected);
                assertThat(Floor.starts()).contains(cell);
            }
        }
        assertThat(exits).isPositive();
    }

    private int cell(int robot) {
        int cell = 0;
        while (moves.places()[robot * Floor.CELLS + cell] == 0) {
            cell++;
        }
        return cell;
    }
}
