package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * Passes rows over a block of the right matrix: chooses the register tile that fits the width, the way the left matrix lies
 * in memory, and the rows that are left.
 *
 * <p>Whole tiles of rows go through {@link SimdForwardTiles} or {@link SimdGradientTiles} in one call. What they leave over,
 * samples four vectors wide, and sums of samples that go on from a block before, go through tiles that read every matrix by its strides:
 * {@link SimdWideTiles} and {@link SimdNarrowTiles}. Products of a depth of {@value #SHALLOW} at most have tiles of their
 * own, {@link SimdShallowTiles}.
 */
final class SimdTiles {
    static final int LANES = FloatVector.SPECIES_PREFERRED.length();

    /** AVX-512 has 32 registers, which hold the sums of four vectors by six rows; others have 16. */
    static final int MOST_VECTORS = LANES >= 16 ? 4 : 2;

    /** Up to this depth there are tiles without a loop over the depth, at most two vectors wide. */
    static final int SHALLOW = 4;

    private SimdTiles() {}

    /** @param vectors 1, 2 or 4 */
    static void multiply(SimdBlock block, int vectors, int rows) {
        if (isShallow(block, vectors)) {
            multiplyShallow(block, vectors, rows);
        } else {
            multiplyDeep(block, vectors, rows);
        }
    }

    /** As {@link #multiply} where the product is not shallow, or rarely: all that this calls is too long to be inlined. */
    static void multiplyDeep(SimdBlock block, int vectors, int rows) {
        int done = 0;
        if (block.leftDepthStride == 1 && block.startStride == 0 && vectors <= 2) {
            done = wholeForwardTiles(block, vectors, rows);
        } else if (block.leftRowStride == 1) {
            done = wholeGradientTiles(block, vectors, rows);
        }
        while (done < rows) {
            done += strideTile(block, vectors, done, rows - done);
        }
    }

    /** Whether any number of rows goes through one tile, so that none is left over. */
    static boolean isShallow(SimdBlock block, int vectors) {
        return block.leftDepthStride == 1 && block.startStride == 0 && block.depth <= SHALLOW && vectors <= 2;
    }

    private static void multiplyShallow(SimdBlock block, int vectors, int rows) {
        if (vectors == 2) {
            switch (block.depth) {
                case 1 -> SimdShallowTiles.oneByTwo(block, rows);
                case 2 -> SimdShallowTiles.twoByTwo(block, rows);
                case 3 -> SimdShallowTiles.threeByTwo(block, rows);
                default -> SimdShallowTiles.fourByTwo(block, rows);
            }
        } else {
            switch (block.depth) {
                case 1 -> SimdShallowTiles.oneByOne(block, rows);
                case 2 -> SimdShallowTiles.twoByOne(block, rows);
                case 3 -> SimdShallowTiles.threeByOne(block, rows);
                default -> SimdShallowTiles.fourByOne(block, rows);
            }
        }
    }

    private static int wholeForwardTiles(SimdBlock block, int vectors, int rows) {
        int tileRows = vectors == 1 ? 8 : 6;
        if (rows < tileRows) {
            return 0;
        }
        if (vectors == 2) {
            SimdForwardTiles.sixByTwo(block, rows);
        } else {
            SimdForwardTiles.eightByOne(block, rows);
        }
        return rows - rows % tileRows;
    }

    private static int wholeGradientTiles(SimdBlock block, int vectors, int rows) {
        int tileRows = vectors == 1 ? 8 : 6;
        int done = rows - rows % tileRows;
        boolean isFourLeft = rows - done >= 4;
        switch (vectors) {
            case 4 -> {
                SimdGradientTiles.sixByFour(block, 0, rows);
                return done;
            }
            case 2 -> {
                SimdGradientTiles.sixByTwo(block, 0, rows);
                if (isFourLeft) {
                    SimdGradientTiles.fourByTwo(block, done, rows);
                }
            }
            default -> {
                SimdGradientTiles.eightByOne(block, 0, rows);
                if (isFourLeft) {
                    SimdGradientTiles.fourByOne(block, done, rows);
                }
            }
        }
        return isFourLeft ? done + 4 : done;
    }

    /** One tile from {@code row} on; returns its rows, which may be more than are left. */
    private static int strideTile(SimdBlock block, int vectors, int row, int rowsLeft) {
        int tileRows = strideTileRows(rowsLeft, vectors);
        int lastRow = Math.min(tileRows, rowsLeft) - 1;
        switch (vectors) {
            case 4 -> {
                if (tileRows == 6) {
                    SimdWideTiles.sixByFour(block, row, lastRow);
                } else {
                    SimdWideTiles.fourByFour(block, row, lastRow);
                }
            }
            case 2 -> SimdNarrowTiles.sixByTwo(block, row, lastRow);
            default -> SimdNarrowTiles.eightByOne(block, row, lastRow);
        }
        return tileRows;
    }

    /** Six rows, and four for what six leaves over, so that at most one row is computed in vain. */
    private static int strideTileRows(int rowsLeft, int vectors) {
        if (vectors == 1) {
            return 8;
        }
        boolean isFour = vectors == 4 && (rowsLeft <= 4 || rowsLeft == 7 || rowsLeft == 8);
        return isFour ? 4 : 6;
    }
}
