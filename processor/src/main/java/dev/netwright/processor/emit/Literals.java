package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Locale;

/** Java literals of numbers, the one place that writes them. */
final class Literals {
    private static final int SHORTEST_GROUPED = 10_000;

    private Literals() {}

    /** A float with all its bits: {@code 0.01f}, {@code Float.NaN}. */
    static CodeBlock of(float value) {
        return Float.isNaN(value) ? CodeBlock.of("$T.NaN", Float.class) : CodeBlock.of("$Lf", Float.toString(value));
    }

    /** An int that is not negative, in groups of three digits from five digits up: {@code 100_352}. */
    static String of(int value) {
        return value < SHORTEST_GROUPED
                ? Integer.toString(value)
                : String.format(Locale.ROOT, "%,d", value).replace(',', '_');
    }
}
