package dev.netwright.runtime.kernel;

/** The loops behind {@link BatchNormalization} and {@link BatchNormalizationGradients}, element by element. */
interface NormalizedColumns {
    /** As {@link BatchNormalization#normalize}. */
    default void normalize(
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
        normalize(x, means, inverseDeviations, parameters, gainsOffset, shiftsOffset, normalized, y, 0, rows, columns);
    }

    /** The same from one row on, up to another. */
    static void normalize(
            float[] x,
            float[] means,
            float[] inverseDeviations,
            float[] parameters,
            int gainsOffset,
            int shiftsOffset,
            float[] normalized,
            float[] y,
            int fromRow,
            int toRow,
            int columns) {
        for (int row = fromRow; row < toRow; row++) {
            int at = row * columns;
            for (int column = 0; column < columns; column++) {
                float value = (x[at + column] - means[column]) * inverseDeviations[column];
                normalized[at + column] = value;
                y[at + column] = Math.fma(parameters[gainsOffset + column], value, parameters[shiftsOffset + column]);
            }
        }
    }

    /** As {@link BatchNormalizationGradients#backward}. */
    default void backward(
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
        backward(
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
                0,
                rows,
                columns);
    }

    /** The same from one row on, up to another. */
    static void backward(
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
            int fromRow,
            int toRow,
            int columns) {
        float part = 1f / batchRows;
        for (int row = fromRow; row < toRow; row++) {
            int at = row * columns;
            for (int column = 0; column < columns; column++) {
                float centred = Math.fma(-part, gradients[shiftGradientsOffset + column], dy[at + column]);
                float along = gradients[gainGradientsOffset + column] * part;
                dx[at + column] = Math.fma(-along, normalized[at + column], centred)
                        * (parameters[gainsOffset + column] * inverseDeviations[column]);
            }
        }
    }
}
