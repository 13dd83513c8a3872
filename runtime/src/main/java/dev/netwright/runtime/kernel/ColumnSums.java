package dev.netwright.runtime.kernel;

/**
 * Sums of the columns of a matrix of few columns, four chains of additions at a time, in plain Java on every JVM: in steps that are
 * long it is called too seldom for C2, and until C2 compiles it every vector would be an object.
 */
final class ColumnSums {
    private ColumnSums() {}

    /**
     * Adds the rows in ascending order.
     *
     * @param matrix     {@code rows x columns}
     * @param sums       receives {@code 1 x columns} from {@code sumsAt}
     * @param continues  whether the sums go on from what is there, or begin at 0
     */
    static void add(float[] matrix, float[] sums, int sumsAt, int rows, int columns, boolean continues) {
        int column = 0;
        for (; column + 4 <= columns; column += 4) {
            addFour(matrix, column, sums, sumsAt + column, rows, columns, continues);
        }
        for (; column < columns; column++) {
            float sum = continues ? sums[sumsAt + column] : 0f;
            int at = column;
            for (int row = 0; row < rows; row++) {
                sum += matrix[at];
                at += columns;
            }
            sums[sumsAt + column] = sum;
        }
    }

    private static void addFour(
            float[] matrix, int matrixAt, float[] sums, int sumsAt, int rows, int columns, boolean continues) {
        float sum0 = continues ? sums[sumsAt] : 0f;
        float sum1 = continues ? sums[sumsAt + 1] : 0f;
        float sum2 = continues ? sums[sumsAt + 2] : 0f;
        float sum3 = continues ? sums[sumsAt + 3] : 0f;
        int at = matrixAt;
        for (int row = 0; row < rows; row++) {
            sum0 += matrix[at];
            sum1 += matrix[at + 1];
            sum2 += matrix[at + 2];
            sum3 += matrix[at + 3];
            at += columns;
        }
        sums[sumsAt] = sum0;
        sums[sumsAt + 1] = sum1;
        sums[sumsAt + 2] = sum2;
        sums[sumsAt + 3] = sum3;
    }
}
