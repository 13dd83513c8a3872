package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Feature;

/**
 * A record of a flat to let, as in the {@code rents} example.
 *
 * @param area    in square metres
 * @param rooms   without kitchen and bath
 * @param floor   0 is the ground floor
 * @param hasLift whether there is a lift
 * @param heating how it is heated
 * @param street  the number of its street, from 0
 */
public record Flat(
        float area,
        int rooms,
        int floor,
        boolean hasLift,
        Heating heating,
        @Feature(index = true) int street) {
    /** Kinds of heating, of which each has a column. */
    public enum Heating {
        /** Wood or coal. */
        STOVE,
        /** A boiler. */
        GAS,
        /** From a power station. */
        DISTRICT,
        /** From the ground or the air. */
        HEAT_PUMP
    }
}
