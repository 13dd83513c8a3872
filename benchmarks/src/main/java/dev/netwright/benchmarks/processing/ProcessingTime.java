package dev.netwright.benchmarks.processing;

/**
 * How long javac takes with the processor and without.
 *
 * @param title         what was compiled
 * @param networks      how many
 * @param millis        with the processor
 * @param millisWithout for the same declarations with {@code -proc:none}
 */
public record ProcessingTime(String title, int networks, double millis, double millisWithout) {
    /** What each network adds. */
    public double millisPerNetwork() {
        return (millis - millisWithout) / networks;
    }
}
