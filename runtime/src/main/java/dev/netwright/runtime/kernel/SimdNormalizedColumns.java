package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.SimdArrays.LANES;
import static dev.netwright.runtime.kernel.SimdArrays.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * {@link NormalizedColumns} on vectors, whose lanes are columns. Where a row has fewer columns than a vector has lanes, as many rows as
 * make whole vectors count as one, and what there is for each column is repeated for them. The last vector of a row overlaps
 * the one before; it is read before that one is stored, since results may replace what they are made of.
 */
final class SimdNormalizedColumns implements NormalizedColumns {
    @Override
    public void normalize(
            float[] x,
            float[] means,
            float[] inverseDeviations,
            float[] parameters,
            int gainsOffset,
            int shiftsOffset,
            float[] normalized,
            float[] y,
            int rows,
            int columns) {
        int joined = rowsThatMakeOne(columns);
        int width = joined * columns;
        if (joined == 1) {
            normalizeRows(
                    x,
                    means,
                    0,
                    inverseDeviations,
                    0,
                    parameters,
                    gainsOffset,
                    shiftsOffset,
                    normalized,
                    y,
                    rows,
                    width);
            return;
        }
        int wide = rows / joined;
        if (wide > 0) {
            float[] repeated = Scratch.ofAtLeast(4 * width);
            repeat(means, 0, repeated, 0, columns, joined);
            repeat(inverseDeviations, 0, repeated, width, columns, joined);
            repeat(parameters, gainsOffset, repeated, 2 * width, columns, joined);
            repeat(parameters, shiftsOffset, repeated, 3 * width, columns, joined);
            normalizeRows(x, repeated, 0, repeated, width, repeated, 2 * width, 3 * width, normalized, y, wide, width);
        }
        NormalizedColumns.normalize(
                x,
                means,
                inverseDeviations,
                parameters,
                gainsOffset,
                shiftsOffset,
                normalized,
                y,
                wide * joined,
                rows,
                columns);
    }

    @Override
    public void backward(
            float[] dy,
            float[] normalized,
            float[] inverseDeviations,
            float[] parameters,
            int gainsOffset,
            float[] gradients,
            int gainGradientsOffset,
            int shiftGradientsOffset,
            int batchRows,
            float[] dx,
            int rows,
            int columns) {
        int joined = rowsThatMakeOne(columns);
        int width = joined * columns;
        int wide = rows / joined;
        if (wide > 0) {
            float part = 1f / batchRows;
            float[] repeated = Scratch.ofAtLeast(3 * width);
            for (int column = 0; column < columns; column++) {
                repeated[column] = gradients[shiftGradientsOffset + column];
                repeated[width + column] = -(gradients[gainGradientsOffset + column] * part);
                repeated[2 * width + column] = parameters[gainsOffset + column] * inverseDeviations[column];
            }
            for (int i = 0; i < 3; i++) {
                repeat(repeated, i * width, repeated, i * width, columns, joined);
            }
            backwardRows(dy, normalized, repeated, -part, dx, wide, width);
        }
        NormalizedColumns.backward(
                dy,
                normalized,
                inverseDeviations,
                parameters,
                gainsOffset,
                gradients,
                gainGradientsOffset,
                shiftGradientsOffset,
                batchRows,
                dx,
                wide * joined,
                rows,
                columns);
    }

    private static void normalizeRows(
            float[] x,
            float[] means,
            int meansAt,
            float[] inverseDeviations,
            int inverseAt,
            float[] parameters,
            int gainsAt,
            int shiftsAt,
            float[] normalized,
            float[] y,
            int rows,
            int width) {
        int last = width - LANES;
        int at = 0;
        for (int row = 0; row < rows; row++) {
            FloatVector valueOfLast = FloatVector.fromArray(SPECIES, x, at + last)
                    .sub(FloatVector.fromArray(SPECIES, means, meansAt + last))
                    .mul(FloatVector.fromArray(SPECIES, inverseDeviations, inverseAt + last));
            int i = 0;
            for (; i + LANES < last; i += 2 * LANES) {
                FloatVector value = FloatVector.fromArray(SPECIES, x, at + i)
                        .sub(FloatVector.fromArray(SPECIES, means, meansAt + i))
                        .mul(FloatVector.fromArray(SPECIES, inverseDeviations, inverseAt + i));
                FloatVector next = FloatVector.fromArray(SPECIES, x, at + i + LANES)
                        .sub(FloatVector.fromArray(SPECIES, means, meansAt + i + LANES))
                        .mul(FloatVector.fromArray(SPECIES, inverseDeviations, inverseAt + i + LANES));
                value.intoArray(normalized, at + i);
                next.intoArray(normalized, at + i + LANES);
                FloatVector.fromArray(SPECIES, parameters, gainsAt + i)
                        .fma(value, FloatVector.fromArray(SPECIES, parameters, shiftsAt + i))
                        .intoArray(y, at + i);
                FloatVector.fromArray(SPECIES, parameters, gainsAt + i + LANES)
                        .fma(next, FloatVector.fromArray(SPECIES, parameters, shiftsAt + i + LANES))
                        .intoArray(y, at + i + LANES);
            }
            if (i < last) {
                FloatVector value = FloatVector.fromArray(SPECIES, x, at + i)
                        .sub(FloatVector.fromArray(SPECIES, means, meansAt + i))
                        .mul(FloatVector.fromArray(SPECIES, inverseDeviations, inverseAt + i));
                value.intoArray(normalized, at + i);
                FloatVector.fromArray(SPECIES, parameters, gainsAt + i)
                        .fma(value, FloatVector.fromArray(SPECIES, parameters, shiftsAt + i))
                        .intoArray(y, at + i);
            }
            valueOfLast.intoArray(normalized, at + last);
            FloatVector.fromArray(SPECIES, parameters, gainsAt + last)
                    .fma(valueOfLast, FloatVector.fromArray(SPECIES, parameters, shiftsAt + last))
                    .intoArray(y, at + last);
            at += width;
        }
    }

    /** @param repeated for each column what is taken away times -part, what the normalised is multiplied with, and the scale */
    private static void backwardRows(
            float[] dy, float[] normalized, float[] repeated, float part, float[] dx, int rows, int width) {
        int last = width - LANES;
        int at = 0;
        for (int row = 0; row < rows; row++) {
            FloatVector ofLast = FloatVector.fromArray(SPECIES, repeated, last)
                    .fma(FloatVector.broadcast(SPECIES, part), FloatVector.fromArray(SPECIES, dy, at + last));
            int i = 0;
            for (; i + LANES < last; i += 2 * LANES) {
                FloatVector centred = FloatVector.fromArray(SPECIES, repeated, i)
                        .fma(FloatVector.broadcast(SPECIES, part), FloatVector.fromArray(SPECIES, dy, at + i));
                FloatVector next = FloatVector.fromArray(SPECIES, repeated, i + LANES)
                        .fma(FloatVector.broadcast(SPECIES, part), FloatVector.fromArray(SPECIES, dy, at + i + LANES));
                FloatVector.fromArray(SPECIES, repeated, width + i)
                        .fma(FloatVector.fromArray(SPECIES, normalized, at + i), centred)
                        .mul(FloatVector.fromArray(SPECIES, repeated, 2 * width + i))
                        .intoArray(dx, at + i);
                FloatVector.fromArray(SPECIES, repeated, width + i + LANES)
                        .fma(FloatVector.fromArray(SPECIES, normalized, at + i + LANES), next)
                        .mul(FloatVector.fromArray(SPECIES, repeated, 2 * width + i + LANES))
                        .intoArray(dx, at + i + LANES);
            }
            if (i < last) {
                FloatVector centred = FloatVector.fromArray(SPECIES, repeated, i)
                        .fma(FloatVector.broadcast(SPECIES, part), FloatVector.fromArray(SPECIES, dy, at + i));
                FloatVector.fromArray(SPECIES, repeated, width + i)
                        .fma(FloatVector.fromArray(SPECIES, normalized, at + i), centred)
                        .mul(FloatVector.fromArray(SPECIES, repeated, 2 * width + i))
                        .intoArray(dx, at + i);
            }
            FloatVector.fromArray(SPECIES, repeated, width + last)
                    .fma(FloatVector.fromArray(SPECIES, normalized, at + last), ofLast)
                    .mul(FloatVector.fromArray(SPECIES, repeated, 2 * width + last))
                    .intoArray(dx, at + last);
            at += width;
        }
    }

    private static int rowsThatMakeOne(int columns) {
        return columns >= LANES ? 1 : LANES / Integer.lowestOneBit(columns | LANES);
    }

    private static void repeat(float[] source, int from, float[] target, int to, int columns, int times) {
        for (int i = source == target ? 1 : 0; i < times; i++) {
            System.arraycopy(source, from, target, to + i * columns, columns);
        }
    }
}
