package dev.netwright.examples.digits;

import dev.netwright.runtime.data.Dataset;
import java.util.List;
import java.util.Random;

/**
 * Images of digits that look written by many hands: {@link Shapes}, each time bent, shifted, turned, slanted and scaled
 * anew, with pens of different width, on noisy paper. The seed fixes every pixel, on every JVM: {@link Random} has an
 * algorithm of its own in its documentation, and sines come from {@link StrictMath}.
 */
final class DrawnDigits {
    /** Pixels in a row and in a column. */
    static final int SIZE = 28;

    private static final int CLASSES = 10;

    /** The box of the shapes, in their own units, becomes this many pixels. */
    private static final double BOX = 20;

    private static final double BOX_UNITS = 100;
    private static final double MOST_BEND = 5.5;
    private static final double MOST_TURN = 0.3;
    private static final double MOST_SLANT = 0.3;
    private static final double MOST_SHIFT = 2.5;
    private static final double MOST_NOISE = 0.2;

    private final Random random;

    private DrawnDigits(long seed) {
        random = new Random(seed);
    }

    /** So many images, with the digits 0 to 9 in turn. */
    static Dataset draw(int count, long seed) {
        DrawnDigits digits = new DrawnDigits(seed);
        float[] features = new float[Math.multiplyExact(count, SIZE * SIZE)];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            labels[row] = row % CLASSES;
            float[] image = digits.image(labels[row]);
            System.arraycopy(image, 0, features, row * image.length, image.length);
        }
        return Dataset.ofLabels(features, SIZE * SIZE, labels, CLASSES);
    }

    private float[] image(int digit) {
        float[] image = new float[SIZE * SIZE];
        List<String> ways = Shapes.of(digit);
        write(ways.get(random.nextInt(ways.size())), new Pen(image, SIZE, between(0.6, 1.7)), new Hand());
        float ink = (float) between(0.6, 1);
        double noise = between(0, MOST_NOISE);
        for (int pixel = 0; pixel < image.length; pixel++) {
            double value = image[pixel] * ink + noise * random.nextGaussian();
            image[pixel] = (float) Math.max(0, Math.min(1, value));
        }
        return image;
    }

    private static void write(String path, Pen pen, Hand hand) {
        String[] words = path.split(" ");
        int at = 0;
        while (at < words.length) {
            String command = words[at++];
            double[] points = new double[command.equals("C") ? 6 : 2];
            for (int i = 0; i < points.length; i += 2) {
                hand.place(Double.parseDouble(words[at++]), Double.parseDouble(words[at++]), points, i);
            }
            switch (command) {
                case "M" -> pen.moveTo(points[0], points[1]);
                case "L" -> pen.lineTo(points[0], points[1]);
                case "C" -> pen.curveTo(points[0], points[1], points[2], points[3], points[4], points[5]);
                default -> throw new IllegalStateException("No such command in a path: " + command);
            }
        }
    }

    private double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    private double within(double most) {
        return between(-most, most);
    }

    /** Where one image's points go: an affine map, and a small error for each point. */
    private final class Hand {
        private final double xx;
        private final double xy;
        private final double yx;
        private final double yy;
        private final double shiftX = SIZE / 2.0 + within(MOST_SHIFT);
        private final double shiftY = SIZE / 2.0 + within(MOST_SHIFT);

        Hand() {
            double width = BOX / BOX_UNITS * between(0.65, 1.05);
            double height = BOX / BOX_UNITS * between(0.8, 1.1);
            double turn = within(MOST_TURN);
            double slant = within(MOST_SLANT);
            double cos = StrictMath.cos(turn);
            double sin = StrictMath.sin(turn);
            xx = cos * width;
            xy = (slant * cos - sin) * height;
            yx = sin * width;
            yy = (slant * sin + cos) * height;
        }

        /** Puts a point of a shape on the paper, as pixels into {@code points[i]} and {@code points[i + 1]}. */
        void place(double x, double y, double[] points, int i) {
            double bentX = x - BOX_UNITS / 2 + within(MOST_BEND);
            double bentY = y - BOX_UNITS / 2 + within(MOST_BEND);
            points[i] = shiftX + xx * bentX + xy * bentY;
            points[i + 1] = shiftY + yx * bentX + yy * bentY;
        }
    }
}
