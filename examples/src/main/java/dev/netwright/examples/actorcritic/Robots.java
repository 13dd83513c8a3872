package dev.netwright.examples.actorcritic;

import java.util.List;
import java.util.Random;

/** Robots that try their policy, all with one network. A robot that has found the exit, or not for too long, starts somewhere else. */
final class Robots {
    private static final int PATIENCE = 100;
    private static final List<Integer> STARTS = Floor.starts();

    private final Random random;
    private final RobotNetwork.Workspace pass;
    private final float[] places;
    private final int[] cells;
    private final int[] directions;
    private final int[] nextCells;
    private final int[] steps;

    Robots(RobotNetwork network, int count, Random random) {
        this.random = random;
        pass = network.newPass(count);
        places = new float[count * Floor.CELLS];
        cells = new int[count];
        directions = new int[count];
        nextCells = new int[count];
        steps = new int[count];
        for (int robot = 0; robot < count; robot++) {
            cells[robot] = anyStart();
        }
    }

    private int anyStart() {
        return STARTS.get(random.nextInt(STARTS.size()));
    }

    /** Lets every robot make a move that is drawn from its policy. */
    void move(Moves moves) {
        lookFrom(cells);
        for (int robot = 0; robot < cells.length; robot++) {
            directions[robot] = drawn(pass.outputsOfPolicy(), robot);
            nextCells[robot] = Floor.after(cells[robot], directions[robot]);
        }
        lookFrom(nextCells);
        for (int robot = 0; robot < cells.length; robot++) {
            boolean isOut = Floor.isExit(nextCells[robot]);
            // The exit is a reward of 1; nothing comes after it.
            double expectedReturn = isOut ? 1 : ActorCritic.DISCOUNT * pass.outputsOfValue()[robot];
            moves.set(robot, cells[robot], directions[robot], expectedReturn);
            steps[robot]++;
            boolean startsAgain = isOut || steps[robot] == PATIENCE;
            cells[robot] = startsAgain ? anyStart() : nextCells[robot];
            steps[robot] = startsAgain ? 0 : steps[robot];
        }
    }

    private void lookFrom(int[] from) {
        for (int robot = 0; robot < from.length; robot++) {
            Floor.place(from[robot], places, robot);
        }
        pass.forward(places, from.length);
    }

    /** A direction with the probability that the policy gives it. */
    private int drawn(float[] policy, int robot) {
        double left = random.nextDouble();
        int direction = 0;
        while (direction < Floor.DIRECTIONS - 1 && left >= policy[robot * Floor.DIRECTIONS + direction]) {
            left -= policy[robot * Floor.DIRECTIONS + direction];
            direction++;
        }
        return direction;
    }
}
