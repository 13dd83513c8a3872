package dev.netwright.examples.actorcritic;

/** What a trained robot knows: the likeliest direction at every cell, and how far the exit is. */
final class Guide {
    private static final String[] ARROWS = {" ^", " >", " v", " <"};

    private final RobotNetwork robot;
    private final float[] place = new float[Floor.CELLS];

    Guide(RobotNetwork robot) {
        this.robot = robot;
    }

    private RobotNetwork.Outputs at(int cell) {
        Floor.place(cell, place, 0);
        return robot.infer(place);
    }

    /** The likeliest direction. */
    int direction(int cell) {
        float[] policy = at(cell).policy();
        int likeliest = 0;
        for (int direction = 1; direction < Floor.DIRECTIONS; direction++) {
            likeliest = policy[direction] > policy[likeliest] ? direction : likeliest;
        }
        return likeliest;
    }

    /** How many moves the critic thinks the exit is away: a reward of 1 for the last of d moves is a return of {@code γᵈ⁻¹}. */
    double estimatedMoves(int cell) {
        double value = Math.max(1e-6, at(cell).value()[0]);
        return 1 + StrictMath.log(value) / StrictMath.log(ActorCritic.DISCOUNT);
    }

    /** Moves to the exit in the likeliest direction each time; {@code most} where it takes as many or more. */
    int moves(int cell, int most) {
        int moves = 0;
        for (int at = cell; !Floor.isExit(at) && moves < most; moves++) {
            at = Floor.after(at, direction(at));
        }
        return moves;
    }

    /** An arrow at every cell. */
    String arrows() {
        return Floor.draw(cell -> ARROWS[direction(cell)]);
    }

    /** The critic's estimate at every cell. */
    String estimates() {
        return Floor.draw(cell -> "%2d".formatted(Math.min(99, Math.round(estimatedMoves(cell)))));
    }
}
