package dev.netwright.benchmarks.processing;

/**
 * How long javac takes with the processor and without.
 *
 * @param title         what was compiled
 * @param networks      how many
 * @param millis        with the processor
 * @param millisClasses for the same declarations and the classes that the processor wrote before, with {@code -proc:none}
 * @param millisWithout for the same declarations alone with {@code -proc:none}
 */
public record ProcessingTime(String title, int networks, double millis, double millisClasses, double millisWithout) {
    /** What each network adds. */
    public double millisPerNetwork() {
        return (millis - millisWithout) / networks;
    }

    /** How much of that is the processor with its round; javac compiles the class in the rest. */
    public double ownMillisPerNetwork() {
        return (millis - millisClasses) / networks;
    }
}
