package dev.netwright.console;

import dev.netwright.runtime.training.EpochResult;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words and numbers of a run, the same in every locale. */
final class ProgressText {
    /** Between one figure and the next. */
    static final String GAP = "  ";

    /** Numbers from here up to {@link #MOST_PLAIN} have four decimals; smaller and larger ones an exponent. */
    private static final double LEAST_PLAIN = 1e-3;

    private static final double MOST_PLAIN = 1e5;
    private static final int SECONDS_PER_HOUR = 3600;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double A_DAY = 24.0 * SECONDS_PER_HOUR;

    private ProgressText() {}

    /** What an epoch came to: {@code epoch  3/10  loss 0.1234  validation 0.1301  accuracy 0.9712}. */
    static String epoch(int epochs, EpochResult result) {
        StringBuilder text = new StringBuilder(epochOf(result.epoch(), epochs));
        text.append(GAP).append(loss(result.trainingLoss())).append(parts(result.trainingLosses()));
        result.validationLoss()
                .ifPresent(loss -> text.append(GAP)
                        .append("validation ")
                        .append(number(loss))
                        .append(parts(result.validationLosses())));
        result.metrics()
                .forEach((name, value) ->
                        text.append(GAP).append(name).append(' ').append(number(value)));
        return text.toString();
    }

    /** Of several outputs {@code  (policy 0.1234, value 0.0567)}. */
    private static String parts(Map<String, Double> losses) {
        return losses.size() < 2
                ? ""
                : losses.entrySet().stream()
                        .map(loss -> loss.getKey() + " " + number(loss.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** {@code epoch  3/10}, as wide as the last epoch's. */
    static String epochOf(int epoch, int epochs) {
        int width = Integer.toString(epochs).length();
        return "epoch " + String.format(Locale.ROOT, "%" + width + "d", epoch) + "/" + epochs;
    }

    static String loss(double loss) {
        return "loss " + number(loss);
    }

    static String number(double value) {
        double size = Math.abs(value);
        boolean plain = size == 0 || !Double.isFinite(value) || (size >= LEAST_PLAIN && size < MOST_PLAIN);
        return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
    }

    /** Three digits and a unit: {@code 843 rows/s}, {@code 84.3k rows/s}, {@code 1.52M rows/s}. */
    static String rate(double rowsPerSecond) {
        return threeDigits(rowsPerSecond) + " rows/s";
    }

    private static String threeDigits(double value) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        double scaled = value;
        String units = " kMG";
        int unit = 0;
        // From 999.5 on three digits would round up to four.
        while (scaled >= 999.5 && unit < units.length() - 1) {
            scaled /= 1000;
            unit++;
        }
        int decimals = unit == 0 || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
        String number = String.format(Locale.ROOT, "%." + decimals + "f", scaled);
        return unit == 0 ? number : number + units.charAt(unit);
    }

    /** {@code 0:09 left}, {@code 1:02:03 left}; whole seconds, rounded up. */
    static String timeLeft(double seconds) {
        if (!(seconds < 100 * A_DAY)) {
            return "? left";
        }
        long whole = (long) Math.ceil(seconds);
        long hours = whole / SECONDS_PER_HOUR;
        long minutes = whole % SECONDS_PER_HOUR / SECONDS_PER_MINUTE;
        long rest = whole % SECONDS_PER_MINUTE;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d left", hours, minutes, rest)
                : String.format(Locale.ROOT, "%d:%02d left", minutes, rest);
    }
}
