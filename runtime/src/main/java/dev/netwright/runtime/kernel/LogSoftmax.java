package dev.netwright.runtime.kernel;

/** Log-softmax of one row of units: {@code aᵢ = zᵢ - log Σ exp(z)} (Bridle 1990). */
public final class LogSoftmax {
    private LogSoftmax() {}

    /**
     * The outputs of one row. The largest z is subtracted first, which keeps every exponential finite.
     *
     * @param z      pre-activations
     * @param a      receives the activations, at the same place
     * @param offset where the row starts in both
     * @param units  its columns
     */
    public static void forward(float[] z, float[] a, int offset, int units) {
        float largest = Softmax.largest(z, offset, units);
        double logSum = logSum(z, offset, units, largest);
        for (int i = offset; i < offset + units; i++) {
            a[i] = (float) (((double) z[i] - largest) - logSum);
        }
    }

    /**
     * log Σ exp(z - largest) of one row, from 0 to log(units). Kept apart from the largest z, beside which it would be
     * lost: log-probabilities are {@code (z - largest) - logSum}.
     */
    public static double logSum(float[] z, int offset, int units, float largest) {
        double sum = 0.0;
        for (int i = offset; i < offset + units; i++) {
            sum += PortableMath.exp((double) z[i] - largest);
        }
        return PortableMath.log(sum);
    }

    /**
     * The gradient at the pre-activations of one row, the full Jacobian: {@code dzᵢ = daᵢ - exp(aᵢ)·Σ da}.
     *
     * @param a      activations
     * @param da     dL/da
     * @param dz     receives dL/dz
     * @param offset where the row starts in all three
     * @param units  its columns
     */
    public static void backward(float[] a, float[] da, float[] dz, int offset, int units) {
        double sum = 0.0;
        for (int i = offset; i < offset + units; i++) {
            sum += da[i];
        }
        for (int i = offset; i < offset + units; i++) {
            dz[i] = (float) (da[i] - PortableMath.exp(a[i]) * sum);
        }
    }
}
