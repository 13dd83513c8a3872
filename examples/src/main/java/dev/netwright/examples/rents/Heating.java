package dev.netwright.examples.rents;

/** How a flat is heated. */
enum Heating {
    STOVE(0.9),
    GAS(1),
    DISTRICT(1.05),
    HEAT_PUMP(1.1);

    /** What the rent is multiplied with. */
    final double factor;

    Heating(double factor) {
        this.factor = factor;
    }
}
