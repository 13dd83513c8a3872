package dev.netwright.verification.record;

import dev.netwright.annotations.Feature;

/** A declared number for whatever can be missing. */
record Gaps(
        @Feature(missing = 1) float area,
        @Feature(missing = 2) double price,
        @Feature(missing = 3) Integer rooms,
        @Feature(missing = 4) Double volume,
        @Feature(missing = 0.5f) Boolean cellar,
        @Feature(missing = 0) Home.Heating heating,
        @Feature(missing = 7, length = 2) float[] rents,
        @Feature(missing = 8, length = 2) boolean[] balconies,
        @Feature(missing = 9) Home.Address address) {}
