package dev.netwright.examples.spirals;

/**
 * The part of the plane that pictures show, as a grid of cells.
 *
 * @param columns cells from left to right
 * @param rows    cells from top to bottom
 */
record Plane(int columns, int rows) {
    /** Pictures show x and y from minus this to this. */
    private static final double REACH = 7.8;

    /** What a network says of each cell's middle, row by row from the top. */
    float[] probabilities(Spirals net) {
        float[] points = new float[2 * columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int cell = row * columns + column;
                points[2 * cell] = (float) (((column + 0.5) / columns * 2 - 1) * REACH);
                points[2 * cell + 1] = (float) ((1 - (row + 0.5) / rows * 2) * REACH);
            }
        }
        return net.predict(points, columns * rows);
    }

    /** Where x is, counted in cells from the left edge. */
    double column(double x) {
        return (x / REACH + 1) / 2 * columns;
    }

    /** Where y is, counted in cells from the upper edge. */
    double row(double y) {
        return (1 - y / REACH) / 2 * rows;
    }
}
