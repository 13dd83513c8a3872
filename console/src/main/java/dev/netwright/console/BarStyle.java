package dev.netwright.console;

import java.nio.charset.Charset;

/** What a bar is drawn with. */
enum BarStyle {
    /** Blocks of an eighth of a column. */
    BLOCKS {
        private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
        private static final String FULL = "█";

        @Override
        String draw(double fraction, int width) {
            int eighths = (int) (fraction * width * 8);
            int full = eighths / 8;
            String partial = full < width ? EIGHTHS.substring(eighths % 8, eighths % 8 + 1) : "";
            return "|" + FULL.repeat(full) + partial + " ".repeat(width - full - partial.length()) + "|";
        }
    },
    /** For terminals that know nothing else. */
    ASCII {
        @Override
        String draw(double fraction, int width) {
            int full = (int) (fraction * width);
            String head = full < width ? ">" : "";
            return "[" + "=".repeat(full) + head + " ".repeat(width - full - head.length()) + "]";
        }
    };

    /** Columns that {@link #draw} adds to the width. */
    static final int ENDS = 2;

    /**
     * A bar.
     *
     * @param fraction what is done, from 0 to 1
     * @param width    columns between its ends, at least 1
     */
    abstract String draw(double fraction, int width);

    /** The finest that an encoding can show. */
    static BarStyle of(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode("█▏") ? BLOCKS : ASCII;
    }
}
