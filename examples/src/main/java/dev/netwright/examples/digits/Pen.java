package dev.netwright.examples.digits;

/** Draws strokes of ink, with soft edges, on an image of pixels from 0 to 1. */
final class Pen {
    /** Lines that stand for one curve; at 28 pixels nobody sees their corners. */
    private static final int LINES_OF_A_CURVE = 10;

    private final float[] image;
    private final int size;
    private final double radius;
    private double x;
    private double y;

    /**
     * A pen at the upper left corner.
     *
     * @param image  {@code size x size} pixels, row-major
     * @param radius half the width of its strokes, in pixels
     */
    Pen(float[] image, int size, double radius) {
        this.image = image;
        this.size = size;
        this.radius = radius;
    }

    /** Goes to a point without drawing. */
    void moveTo(double toX, double toY) {
        x = toX;
        y = toY;
    }

    /** Draws a cubic Bézier curve with two control points (Bézier 1968, in Bernstein's form). */
    void curveTo(double x1, double y1, double x2, double y2, double toX, double toY) {
        double fromX = x;
        double fromY = y;
        for (int i = 1; i <= LINES_OF_A_CURVE; i++) {
            double t = (double) i / LINES_OF_A_CURVE;
            double s = 1 - t;
            double b0 = s * s * s;
            double b1 = 3 * s * s * t;
            double b2 = 3 * s * t * t;
            double b3 = t * t * t;
            lineTo(b0 * fromX + b1 * x1 + b2 * x2 + b3 * toX, b0 * fromY + b1 * y1 + b2 * y2 + b3 * toY);
        }
    }

    /** Draws a straight line: every pixel becomes as dark as the line covers it, and none becomes lighter. */
    void lineTo(double toX, double toY) {
        double reach = radius + 1;
        for (int row = from(Math.min(y, toY) - reach); row <= to(Math.max(y, toY) + reach); row++) {
            for (int column = from(Math.min(x, toX) - reach); column <= to(Math.max(x, toX) + reach); column++) {
                double distance = distance(column + 0.5, row + 0.5, toX, toY);
                float ink = (float) Math.max(0, Math.min(1, radius + 0.5 - distance));
                int pixel = row * size + column;
                image[pixel] = Math.max(image[pixel], ink);
            }
        }
        moveTo(toX, toY);
    }

    /** Of a point from the line that starts at the pen. */
    private double distance(double pointX, double pointY, double toX, double toY) {
        double alongX = toX - x;
        double alongY = toY - y;
        double length2 = alongX * alongX + alongY * alongY;
        double t = length2 == 0 ? 0 : ((pointX - x) * alongX + (pointY - y) * alongY) / length2;
        double nearest = Math.max(0, Math.min(1, t));
        double offX = pointX - (x + nearest * alongX);
        double offY = pointY - (y + nearest * alongY);
        return Math.sqrt(offX * offX + offY * offY);
    }

    private static int from(double position) {
        return (int) Math.max(0, Math.floor(position));
    }

    private int to(double position) {
        return (int) Math.min(size - 1.0, Math.floor(position));
    }
}
