package dev.netwright.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transposes 16 x 16 floats in registers along the diagonals: row i is turned by i lanes, so that every lane holds one
 * element of each row of the result and only the vectors must change places, by a distance that is the lane's number: four
 * steps, one for each of its bits. Then the rows of the result are turned back. That is half the turns of exchanging
 * ever smaller quarters.
 */
final class SimdTranspose {
    static final int SIZE = 16;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_512;

    private static final VectorShuffle<Float> TURN_1 = turn(1);
    private static final VectorShuffle<Float> TURN_2 = turn(2);
    private static final VectorShuffle<Float> TURN_3 = turn(3);
    private static final VectorShuffle<Float> TURN_4 = turn(4);
    private static final VectorShuffle<Float> TURN_5 = turn(5);
    private static final VectorShuffle<Float> TURN_6 = turn(6);
    private static final VectorShuffle<Float> TURN_7 = turn(7);
    private static final VectorShuffle<Float> TURN_8 = turn(8);
    private static final VectorShuffle<Float> TURN_9 = turn(9);
    private static final VectorShuffle<Float> TURN_10 = turn(10);
    private static final VectorShuffle<Float> TURN_11 = turn(11);
    private static final VectorShuffle<Float> TURN_12 = turn(12);
    private static final VectorShuffle<Float> TURN_13 = turn(13);
    private static final VectorShuffle<Float> TURN_14 = turn(14);
    private static final VectorShuffle<Float> TURN_15 = turn(15);
    private static final VectorMask<Float> BIT_1 = lanesWith(1);
    private static final VectorMask<Float> BIT_2 = lanesWith(2);
    private static final VectorMask<Float> BIT_4 = lanesWith(4);
    private static final VectorMask<Float> BIT_8 = lanesWith(8);

    private SimdTranspose() {}

    private static VectorShuffle<Float> turn(int lanes) {
        return VectorShuffle.fromOp(SPECIES, lane -> (lane - lanes) & 15);
    }

    private static VectorMask<Float> lanesWith(int bit) {
        boolean[] lanes = new boolean[SIZE];
        for (int lane = 0; lane < SIZE; lane++) {
            lanes[lane] = (lane & bit) != 0;
        }
        return VectorMask.fromArray(SPECIES, lanes, 0);
    }

    /** Column c of the target is row c of the source; {@code stride} and {@code width} are from one row to the next. */
    static void transpose(float[] source, int from, int stride, float[] target, int to, int width) {

        FloatVector row0 = FloatVector.fromArray(SPECIES, source, from);
        FloatVector row15 =
                FloatVector.fromArray(SPECIES, source, from + 15 * stride).rearrange(TURN_15);
        FloatVector row14 =
                FloatVector.fromArray(SPECIES, source, from + 14 * stride).rearrange(TURN_14);
        FloatVector row13 =
                FloatVector.fromArray(SPECIES, source, from + 13 * stride).rearrange(TURN_13);
        FloatVector row12 =
                FloatVector.fromArray(SPECIES, source, from + 12 * stride).rearrange(TURN_12);
        FloatVector row11 =
                FloatVector.fromArray(SPECIES, source, from + 11 * stride).rearrange(TURN_11);
        FloatVector row10 =
                FloatVector.fromArray(SPECIES, source, from + 10 * stride).rearrange(TURN_10);
        FloatVector row9 =
                FloatVector.fromArray(SPECIES, source, from + 9 * stride).rearrange(TURN_9);
        FloatVector row8 =
                FloatVector.fromArray(SPECIES, source, from + 8 * stride).rearrange(TURN_8);
        FloatVector row7 =
                FloatVector.fromArray(SPECIES, source, from + 7 * stride).rearrange(TURN_7);
        FloatVector row6 =
                FloatVector.fromArray(SPECIES, source, from + 6 * stride).rearrange(TURN_6);
        FloatVector row5 =
                FloatVector.fromArray(SPECIES, source, from + 5 * stride).rearrange(TURN_5);
        FloatVector row4 =
                FloatVector.fromArray(SPECIES, source, from + 4 * stride).rearrange(TURN_4);
        FloatVector row3 =
                FloatVector.fromArray(SPECIES, source, from + 3 * stride).rearrange(TURN_3);
        FloatVector row2 =
                FloatVector.fromArray(SPECIES, source, from + 2 * stride).rearrange(TURN_2);
        FloatVector row1 = FloatVector.fromArray(SPECIES, source, from + stride).rearrange(TURN_1);
        FloatVector a0 = row0.blend(row8, BIT_8);
        FloatVector a1 = row15.blend(row7, BIT_8);
        FloatVector a2 = row14.blend(row6, BIT_8);
        FloatVector a3 = row13.blend(row5, BIT_8);
        FloatVector a4 = row12.blend(row4, BIT_8);
        FloatVector a5 = row11.blend(row3, BIT_8);
        FloatVector a6 = row10.blend(row2, BIT_8);
        FloatVector a7 = row9.blend(row1, BIT_8);
        FloatVector a8 = row8.blend(row0, BIT_8);
        FloatVector a9 = row7.blend(row15, BIT_8);
        FloatVector a10 = row6.blend(row14, BIT_8);
        FloatVector a11 = row5.blend(row13, BIT_8);
        FloatVector a12 = row4.blend(row12, BIT_8);
        FloatVector a13 = row3.blend(row11, BIT_8);
        FloatVector a14 = row2.blend(row10, BIT_8);
        FloatVector a15 = row1.blend(row9, BIT_8);
        FloatVector b0 = a0.blend(a12, BIT_4);
        FloatVector b1 = a1.blend(a13, BIT_4);
        FloatVector b2 = a2.blend(a14, BIT_4);
        FloatVector b3 = a3.blend(a15, BIT_4);
        FloatVector b4 = a4.blend(a0, BIT_4);
        FloatVector b5 = a5.blend(a1, BIT_4);
        FloatVector b6 = a6.blend(a2, BIT_4);
        FloatVector b7 = a7.blend(a3, BIT_4);
        FloatVector b8 = a8.blend(a4, BIT_4);
        FloatVector b9 = a9.blend(a5, BIT_4);
        FloatVector b10 = a10.blend(a6, BIT_4);
        FloatVector b11 = a11.blend(a7, BIT_4);
        FloatVector b12 = a12.blend(a8, BIT_4);
        FloatVector b13 = a13.blend(a9, BIT_4);
        FloatVector b14 = a14.blend(a10, BIT_4);
        FloatVector b15 = a15.blend(a11, BIT_4);
        FloatVector c0 = b0.blend(b14, BIT_2);
        FloatVector c1 = b1.blend(b15, BIT_2);
        FloatVector c2 = b2.blend(b0, BIT_2);
        FloatVector c3 = b3.blend(b1, BIT_2);
        FloatVector c4 = b4.blend(b2, BIT_2);
        FloatVector c5 = b5.blend(b3, BIT_2);
        FloatVector c6 = b6.blend(b4, BIT_2);
        FloatVector c7 = b7.blend(b5, BIT_2);
        FloatVector c8 = b8.blend(b6, BIT_2);
        FloatVector c9 = b9.blend(b7, BIT_2);
        FloatVector c10 = b10.blend(b8, BIT_2);
        FloatVector c11 = b11.blend(b9, BIT_2);
        FloatVector c12 = b12.blend(b10, BIT_2);
        FloatVector c13 = b13.blend(b11, BIT_2);
        FloatVector c14 = b14.blend(b12, BIT_2);
        FloatVector c15 = b15.blend(b13, BIT_2);
        FloatVector d0 = c0.blend(c15, BIT_1);
        FloatVector d1 = c1.blend(c0, BIT_1);
        FloatVector d2 = c2.blend(c1, BIT_1);
        FloatVector d3 = c3.blend(c2, BIT_1);
        FloatVector d4 = c4.blend(c3, BIT_1);
        FloatVector d5 = c5.blend(c4, BIT_1);
        FloatVector d6 = c6.blend(c5, BIT_1);
        FloatVector d7 = c7.blend(c6, BIT_1);
        FloatVector d8 = c8.blend(c7, BIT_1);
        FloatVector d9 = c9.blend(c8, BIT_1);
        FloatVector d10 = c10.blend(c9, BIT_1);
        FloatVector d11 = c11.blend(c10, BIT_1);
        FloatVector d12 = c12.blend(c11, BIT_1);
        FloatVector d13 = c13.blend(c12, BIT_1);
        FloatVector d14 = c14.blend(c13, BIT_1);
        FloatVector d15 = c15.blend(c14, BIT_1);
        d0.intoArray(target, to);
        d1.rearrange(TURN_15).intoArray(target, to + width);
        d2.rearrange(TURN_14).intoArray(target, to + 2 * width);
        d3.rearrange(TURN_13).intoArray(target, to + 3 * width);
        d4.rearrange(TURN_12).intoArray(target, to + 4 * width);
        d5.rearrange(TURN_11).intoArray(target, to + 5 * width);
        d6.rearrange(TURN_10).intoArray(target, to + 6 * width);
        d7.rearrange(TURN_9).intoArray(target, to + 7 * width);
        d8.rearrange(TURN_8).intoArray(target, to + 8 * width);
        d9.rearrange(TURN_7).intoArray(target, to + 9 * width);
        d10.rearrange(TURN_6).intoArray(target, to + 10 * width);
        d11.rearrange(TURN_5).intoArray(target, to + 11 * width);
        d12.rearrange(TURN_4).intoArray(target, to + 12 * width);
        d13.rearrange(TURN_3).intoArray(target, to + 13 * width);
        d14.rearrange(TURN_2).intoArray(target, to + 14 * width);
        d15.rearrange(TURN_1).intoArray(target, to + 15 * width);
    }
}
