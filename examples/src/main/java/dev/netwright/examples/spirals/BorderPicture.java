package dev.netwright.examples.spirals;

import dev.netwright.runtime.data.Dataset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A picture of the plane: in the two arms' colours what the network takes for theirs, in white the border between, and the
 * points themselves. Sets pixels alone, so that it needs no fonts and no display.
 */
final class BorderPicture {
    private static final int SIZE = 600;
    private static final double POINT_RADIUS = 4.5;
    private static final double RING = 1.5;

    private static final int[] REGION_COLOURS = {0x9CC3E6, 0xF6C08A};
    private static final int[] POINT_COLOURS = {0x0B4F94, 0xB84A00};
    private static final int WHITE = 0xFFFFFF;

    private final BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    private final Plane plane = new Plane(SIZE, SIZE);

    private BorderPicture() {}

    /** The picture of a network and of points with their arms. */
    static BufferedImage of(Spirals net, Dataset points) {
        BorderPicture picture = new BorderPicture();
        picture.drawRegions(picture.plane.probabilities(net));
        for (int row = 0; row < points.rows(); row++) {
            picture.drawPoint(
                    points.features()[2 * row],
                    points.features()[2 * row + 1],
                    POINT_COLOURS[Math.round(points.targets().values()[row])]);
        }
        return picture.image;
    }

    /**
     * Writes a picture as a PNG file; one that is there is replaced.
     *
     * @throws IOException if the file cannot be written
     */
    static void write(BufferedImage picture, Path file) throws IOException {
        ImageIO.setUseCache(false);
        try (var out = Files.newOutputStream(file)) {
            ImageIO.write(picture, "png", out);
        }
    }

    private void drawRegions(float[] probabilities) {
        for (int cell = 0; cell < probabilities.length; cell++) {
            int region = Math.round(probabilities[cell]);
            int colour = isBorder(probabilities, cell) ? WHITE : REGION_COLOURS[region];
            image.setRGB(cell % SIZE, cell / SIZE, colour);
        }
    }

    /** Whether a cell two to the right or below lies on the other side. */
    private static boolean isBorder(float[] probabilities, int cell) {
        int region = Math.round(probabilities[cell]);
        int right = cell % SIZE < SIZE - 2 ? cell + 2 : cell;
        int below = cell / SIZE < SIZE - 2 ? cell + 2 * SIZE : cell;
        return region != Math.round(probabilities[right]) || region != Math.round(probabilities[below]);
    }

    /** A disc with a white ring around it, with soft edges. */
    private void drawPoint(double x, double y, int colour) {
        double centreX = plane.column(x);
        double centreY = plane.row(y);
        int reach = (int) Math.ceil(POINT_RADIUS + RING + 1);
        for (int row = (int) centreY - reach; row <= centreY + reach; row++) {
            for (int column = (int) centreX - reach; column <= centreX + reach; column++) {
                if (row >= 0 && row < SIZE && column >= 0 && column < SIZE) {
                    double distance = Math.sqrt(square(column + 0.5 - centreX) + square(row + 0.5 - centreY));
                    blend(column, row, WHITE, POINT_RADIUS + RING - distance);
                    blend(column, row, colour, POINT_RADIUS - distance);
                }
            }
        }
    }

    private static double square(double value) {
        return value * value;
    }

    /** Puts a colour over a pixel of which the shape's edge, so far away, covers a part. */
    private void blend(int column, int row, int colour, double insideBy) {
        double cover = Math.max(0, Math.min(1, insideBy + 0.5));
        int under = image.getRGB(column, row);
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = under >> shift & 0xff;
            int to = colour >> shift & 0xff;
            mixed |= (int) Math.round(from + cover * (to - from)) << shift;
        }
        image.setRGB(column, row, mixed);
    }
}
