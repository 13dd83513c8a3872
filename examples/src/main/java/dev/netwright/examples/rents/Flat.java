package dev.netwright.examples.rents;

import dev.netwright.annotations.Feature;

/**
 * A flat to let.
 *
 * @param area    in square metres
 * @param rooms   without kitchen and bath
 * @param floor   0 is the ground floor
 * @param hasLift whether there is a lift
 * @param heating how it is heated
 * @param street  the number of its street, from 0, which says nothing by its size
 */
record Flat(
        float area,
        int rooms,
        int floor,
        boolean hasLift,
        Heating heating,
        @Feature(index = true) int street) {}
