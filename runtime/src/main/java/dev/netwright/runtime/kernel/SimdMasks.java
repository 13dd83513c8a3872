package dev.netwright.runtime.kernel;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Masks} on vectors, two side by side. The last vectors of a row overlap those before: computing an element twice gives the
 * same element. Rows narrower than a vector are filled element by element.
 */
final class SimdMasks implements Masks {
    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int[] COUNTERS = counters();

    private static int[] counters() {
        int[] counters = new int[LANES];
        for (int column = 0; column < counters.length; column++) {
            counters[column] = column * GOLDEN;
        }
        return counters;
    }

    @Override
    public void fill(long layerKey, long firstRow, int limit, float kept, float[] mask, int rows, int columns) {
        int keptBits = Float.floatToRawIntBits(kept);
        int last = columns - LANES;
        for (int row = 0; row < rows; row++) {
            long key = Dropout.rowKey(layerKey, firstRow + row);
            int at = row * columns;
            if (last < 0) {
                Masks.fillRow(key, limit, kept, mask, at, columns);
                continue;
            }
            int lower = (int) key;
            int upper = (int) (key >>> 32);
            for (int column = 0; column < columns; column += 2 * LANES) {
                int first = Math.min(column, last);
                int second = Math.min(column + LANES, last);
                IntVector h = IntVector.fromArray(SPECIES, COUNTERS, 0).add(lower + first * GOLDEN);
                IntVector k = IntVector.fromArray(SPECIES, COUNTERS, 0).add(lower + second * GOLDEN);
                h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 16))
                        .mul(FIRST_FACTOR)
                        .lanewise(VectorOperators.XOR, upper);
                k = k.lanewise(VectorOperators.XOR, k.lanewise(VectorOperators.LSHR, 16))
                        .mul(FIRST_FACTOR)
                        .lanewise(VectorOperators.XOR, upper);
                h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 13))
                        .mul(SECOND_FACTOR);
                k = k.lanewise(VectorOperators.XOR, k.lanewise(VectorOperators.LSHR, 13))
                        .mul(SECOND_FACTOR);
                IntVector.broadcast(SPECIES, keptBits)
                        .blend(0, h.compare(VectorOperators.LT, limit))
                        .reinterpretAsFloats()
                        .intoArray(mask, at + first);
                IntVector.broadcast(SPECIES, keptBits)
                        .blend(0, k.compare(VectorOperators.LT, limit))
                        .reinterpretAsFloats()
                        .intoArray(mask, at + second);
            }
        }
    }
}
