package dev.netwright.verification.record;

import dev.netwright.annotations.Feature;

/** Every kind of component. */
record Home(
        byte floors,
        short built,
        int rooms,
        long cadastre,
        float area,
        double price,
        boolean garden,
        Byte halls,
        Short doors,
        Integer windows,
        Long steps,
        Float height,
        Double volume,
        Boolean cellar,
        Heating heating,
        @Feature(length = 2) float[] rents,
        @Feature(length = 2) double[] sales,
        @Feature(length = 2) byte[] bytes,
        @Feature(length = 2) short[] shorts,
        @Feature(length = 2) int[] ints,
        @Feature(length = 2) long[] longs,
        @Feature(length = 3) boolean[] balconies,
        Address address) {
    enum Heating {
        GAS,
        OIL {
            @Override
            boolean isClean() {
                return false;
            }
        },
        NONE;

        boolean isClean() {
            return true;
        }
    }

    record Address(int zip, Side side) {}

    enum Side {
        EAST,
        WEST
    }
}
