package dev.netwright.runtime.kernel;

/** The loops behind {@link LayerNormalization}, element by element. */
interface NormalizedRows {
    /** As {@link LayerNormalization#forward}. */
    default void forward(
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
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            float mean = RowSums.sum(x, at, columns) / columns;
            for (int i = at; i < at + columns; i++) {
                normalized[i] = x[i] - mean;
            }
            float variance = RowSums.dot(normalized, at, normalized, at, columns) / columns;
            float inverse = 1f / (float) Math.sqrt(variance + epsilon);
            inverseDeviations[row] = inverse;
            for (int column = 0; column < columns; column++) {
                float value = normalized[at + column] * inverse;
                normalized[at + column] = value;
                y[at + column] = Math.fma(parameters[gainsOffset + column], value, parameters[shiftsOffset + column]);
            }
        }
    }

    /** As {@link LayerNormalization#backward}. */
    default void backward(
            float[] dy,
            float[] normalized,
            float[] inverseDeviations,
            float[] parameters,
            int gainsOffset,
            float[] dx,
            int rows,
            int columns) {
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            for (int column = 0; column < columns; column++) {
                dx[at + column] = dy[at + column] * parameters[gainsOffset + column];
            }
            float mean = RowSums.sum(dx, at, columns) / columns;
            float along = RowSums.dot(dx, at, normalized, at, columns) / columns;
            float inverse = inverseDeviations[row];
            for (int i = at; i < at + columns; i++) {
                dx[i] = Math.fma(-along, normalized[i], dx[i] - mean) * inverse;
            }
        }
    }
}
