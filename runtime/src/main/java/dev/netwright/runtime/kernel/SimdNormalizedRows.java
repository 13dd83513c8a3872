package dev.netwright.runtime.kernel;

import static dev.netwright.runtime.kernel.RowSums.CHAINS;
import static dev.netwright.runtime.kernel.SimdArrays.LANES;
import static dev.netwright.runtime.kernel.SimdArrays.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * {@link NormalizedRows} on vectors. Lanes are chains of a {@linkplain RowSums sum}; where a vector has fewer lanes than a sum has
 * chains, a row is gone through once for each part of them. The chains meet in an array, so vectors of any width add in the one order.
 * What no vector fills at the end of a row is computed element by element, and so are short rows.
 */
final class SimdNormalizedRows implements NormalizedRows {
    /** Shorter rows spend their time where the chains meet. */
    private static final int FEWEST = 2 * CHAINS;

    @Override
    public void forward(
            float[] x,
            float[] parameters,
            int gainsOffset,
            int shiftsOffset,
            float epsilon,
            float[] normalized,
            float[] inverseDeviations,
            float[] y,
            int rows,
            int columns) {
        if (columns < FEWEST || LANES > CHAINS) {
            NormalizedRows.super.forward(
                    x, parameters, gainsOffset, shiftsOffset, epsilon, normalized, inverseDeviations, y, rows, columns);
            return;
        }
        float[] chains = Scratch.ofAtLeast(CHAINS);
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            int whole = at + columns - columns % CHAINS;
            int end = at + columns;
            for (int part = 0; part < CHAINS; part += LANES) {
                FloatVector sum = FloatVector.zero(SPECIES);
                for (int i = at + part; i < whole; i += CHAINS) {
                    sum = sum.add(FloatVector.fromArray(SPECIES, x, i));
                }
                sum.intoArray(chains, part);
            }
            float rest = 0f;
            for (int i = whole; i < end; i++) {
                rest += x[i];
            }
            float mean = (RowSums.inPairs(chains, 0) + rest) / columns;

            for (int part = 0; part < CHAINS; part += LANES) {
                FloatVector squares = FloatVector.zero(SPECIES);
                for (int i = at + part; i < whole; i += CHAINS) {
                    FloatVector away = FloatVector.fromArray(SPECIES, x, i).sub(mean);
                    away.intoArray(normalized, i);
                    squares = away.fma(away, squares);
                }
                squares.intoArray(chains, part);
            }
            rest = 0f;
            for (int i = whole; i < end; i++) {
                float away = x[i] - mean;
                normalized[i] = away;
                rest = Math.fma(away, away, rest);
            }
            float variance = (RowSums.inPairs(chains, 0) + rest) / columns;
            float inverse = 1f / (float) Math.sqrt(variance + epsilon);
            inverseDeviations[row] = inverse;

            int gains = gainsOffset - at;
            int shifts = shiftsOffset - at;
            int i = at;
            for (; i + LANES <= end; i += LANES) {
                FloatVector value =
                        FloatVector.fromArray(SPECIES, normalized, i).mul(inverse);
                value.intoArray(normalized, i);
                FloatVector.fromArray(SPECIES, parameters, gains + i)
                        .fma(value, FloatVector.fromArray(SPECIES, parameters, shifts + i))
                        .intoArray(y, i);
            }
            for (; i < end; i++) {
                float value = normalized[i] * inverse;
                normalized[i] = value;
                y[i] = Math.fma(parameters[gains + i], value, parameters[shifts + i]);
            }
        }
    }

    @Override
    public void backward(
            float[] dy,
            float[] normalized,
            float[] inverseDeviations,
            float[] parameters,
            int gainsOffset,
            float[] dx,
            int rows,
            int columns) {
        if (columns < FEWEST || LANES > CHAINS) {
            NormalizedRows.super.backward(
                    dy, normalized, inverseDeviations, parameters, gainsOffset, dx, rows, columns);
            return;
        }
        float[] chains = Scratch.ofAtLeast(2 * CHAINS);
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            int whole = at + columns - columns % CHAINS;
            int end = at + columns;
            int gains = gainsOffset - at;
            for (int part = 0; part < CHAINS; part += LANES) {
                FloatVector sum = FloatVector.zero(SPECIES);
                FloatVector along = FloatVector.zero(SPECIES);
                for (int i = at + part; i < whole; i += CHAINS) {
                    FloatVector g = FloatVector.fromArray(SPECIES, dy, i)
                            .mul(FloatVector.fromArray(SPECIES, parameters, gains + i));
                    g.intoArray(dx, i);
                    sum = sum.add(g);
                    along = g.fma(FloatVector.fromArray(SPECIES, normalized, i), along);
                }
                sum.intoArray(chains, part);
                along.intoArray(chains, CHAINS + part);
            }
            float restOfSum = 0f;
            float restOfAlong = 0f;
            for (int i = whole; i < end; i++) {
                float g = dy[i] * parameters[gains + i];
                dx[i] = g;
                restOfSum += g;
                restOfAlong = Math.fma(g, normalized[i], restOfAlong);
            }
            float mean = (RowSums.inPairs(chains, 0) + restOfSum) / columns;
            float along = (RowSums.inPairs(chains, CHAINS) + restOfAlong) / columns;
            float inverse = inverseDeviations[row];
            int i = at;
            for (; i + LANES <= end; i += LANES) {
                FloatVector.fromArray(SPECIES, normalized, i)
                        .fma(
                                FloatVector.broadcast(SPECIES, -along),
                                FloatVector.fromArray(SPECIES, dx, i).sub(mean))
                        .mul(inverse)
                        .intoArray(dx, i);
            }
            for (; i < end; i++) {
                dx[i] = Math.fma(-along, normalized[i], dx[i] - mean) * inverse;
            }
        }
    }
}
