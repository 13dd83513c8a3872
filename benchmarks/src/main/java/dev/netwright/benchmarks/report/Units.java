package dev.netwright.benchmarks.report;

import java.util.Locale;

/** Numbers as people read them: three digits that count and a unit. */
final class Units {
    private static final int KILO = 1024;

    private Units() {}

    /** A time. */
    static String time(double nanoseconds) {
        if (nanoseconds < 1e3) {
            return digits(nanoseconds) + " ns";
        }
        if (nanoseconds < 1e6) {
            return digits(nanoseconds / 1e3) + " µs";
        }
        return nanoseconds < 1e9 ? digits(nanoseconds / 1e6) + " ms" : digits(nanoseconds / 1e9) + " s";
    }

    /** A ratio. */
    static String times(double ratio) {
        return digits(ratio) + "×";
    }

    /** A size. */
    static String bytes(long bytes) {
        double kibibytes = (double) bytes / KILO;
        return kibibytes < KILO ? digits(kibibytes) + " KiB" : digits(kibibytes / KILO) + " MiB";
    }

    /** Three digits that count. */
    static String digits(double number) {
        String format = number < 9.995 ? "%.2f" : number < 99.95 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, number);
    }
}
