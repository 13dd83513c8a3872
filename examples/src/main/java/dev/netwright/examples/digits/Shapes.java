package dev.netwright.examples.digits;

import java.util.List;

/**
 * How people write the ten digits, each in several ways. A path is written as in SVG, in a box of 100 x 100 with y downward:
 * {@code M x y} begins a stroke, {@code L x y} draws a line to a point, and {@code C x1 y1 x2 y2 x y} a cubic Bézier curve.
 */
final class Shapes {
    private static final List<List<String>> PATHS = List.of(
            List.of(
                    "M 52 5 C 22 4 15 30 15 50 C 15 75 25 95 50 95 C 75 95 85 75 85 50 C 85 25 75 6 52 5",
                    "M 62 8 C 35 0 22 25 22 52 C 22 80 35 95 50 95 C 68 95 78 75 78 48 C 78 25 68 8 50 6"),
            List.of("M 50 5 L 50 95", "M 30 26 L 54 5 L 54 95", "M 32 24 L 52 5 L 52 94 M 28 94 L 76 94"),
            List.of(
                    "M 18 28 C 20 0 80 -2 80 28 C 80 50 40 70 18 93 L 84 93",
                    "M 20 25 C 25 -2 82 0 78 30 C 75 60 45 80 25 90 C 8 96 14 74 32 82 C 50 90 65 98 86 88",
                    "M 22 18 C 40 2 76 2 76 26 C 76 48 50 62 20 92 C 40 90 60 90 82 92"),
            List.of(
                    "M 20 15 C 40 0 80 2 76 28 C 74 45 50 48 42 48 C 60 48 84 52 82 74 C 80 100 30 100 18 84",
                    "M 20 8 L 76 8 L 46 42 C 70 40 86 55 82 75 C 78 100 30 100 16 84",
                    "M 24 20 C 30 0 72 0 72 24 C 72 40 56 46 40 47 C 64 46 80 58 78 74 C 76 96 40 102 20 90"),
            List.of(
                    "M 28 8 C 24 30 20 45 18 58 L 84 56 M 68 8 C 66 40 64 70 62 96",
                    "M 62 5 L 14 66 L 88 66 M 62 5 L 62 96",
                    "M 24 10 C 18 40 20 56 40 56 C 60 56 70 48 74 30 M 76 6 C 74 40 70 70 66 96"),
            List.of(
                    "M 80 8 L 30 8 L 24 45 C 50 30 84 42 82 68 C 80 100 35 100 16 86",
                    "M 32 10 C 28 25 28 38 26 46 C 50 36 80 46 78 70 C 76 98 36 98 20 88 M 32 10 L 82 6",
                    "M 76 10 C 60 8 46 8 34 10 C 30 24 28 34 26 44 C 44 38 74 44 76 66 C 78 90 44 100 22 90"),
            List.of(
                    "M 70 6 C 40 20 18 50 18 72 C 18 100 78 104 80 72 C 82 46 30 44 20 70",
                    "M 50 4 C 26 30 20 60 24 78 C 30 102 74 98 76 74 C 78 50 40 46 24 72"),
            List.of(
                    "M 16 10 L 82 10 C 65 40 50 65 42 96",
                    "M 16 12 L 80 10 C 64 40 52 65 46 96 M 32 54 L 74 50",
                    "M 18 24 L 20 8 L 82 8 C 70 35 50 60 40 96"),
            List.of(
                    "M 50 50 C 10 40 15 5 50 5 C 85 5 88 38 50 50 C 5 62 12 96 50 96 C 88 96 92 60 50 50",
                    "M 78 16 C 60 -5 15 5 22 28 C 28 48 80 50 80 74 C 80 102 20 102 20 76 C 20 55 70 45 78 16"),
            List.of(
                    "M 78 30 C 78 2 22 0 22 30 C 22 58 74 56 78 30 C 78 55 74 75 68 96",
                    "M 80 28 C 76 0 20 2 22 32 C 24 58 76 52 80 28 C 84 70 76 98 28 92",
                    "M 72 10 C 40 0 18 20 24 38 C 30 56 70 50 74 12 C 74 40 72 70 70 96"));

    private Shapes() {}

    /** The ways to write a digit. */
    static List<String> of(int digit) {
        return PATHS.get(digit);
    }
}
