package dev.netwright.examples.actorcritic;

/** A move of each of some robots: where they stood, which way they went, and what they may expect from there on. */
final class Moves {
    private final float[] places;
    private final int[] directions;
    private final double[] returns;

    Moves(int robots) {
        places = new float[robots * Floor.CELLS];
        directions = new int[robots];
        returns = new double[robots];
    }

    /** Notes the move of one robot; the return is {@code r + γ·v(next)}, which the critic should have expected. */
    void set(int robot, int cell, int direction, double expectedReturn) {
        Floor.place(cell, places, robot);
        directions[robot] = direction;
        returns[robot] = expectedReturn;
    }

    /** How many. */
    int count() {
        return directions.length;
    }

    /** Where the robots stood, {@code robots x} {@value Floor#CELLS}. */
    float[] places() {
        return places;
    }

    /** Which way a robot went. */
    int direction(int robot) {
        return directions[robot];
    }

    /** What a robot may expect after its move. */
    double expectedReturn(int robot) {
        return returns[robot];
    }
}
