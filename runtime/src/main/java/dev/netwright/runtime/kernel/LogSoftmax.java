package dev.netwright.runtime.kernel;

/** Log-softmax of rows of units: {@code aᵢ = zᵢ - log Σ exp(z)} (Bridle 1990). */
public final class LogSoftmax {
    private LogSoftmax() {}

    /**
     * The outputs. The largest z of a row is subtracted first, which keeps every exponential finite.
     *
     * @param z     pre-activations, {@code rows x units}
     * @param a     receives the activations, {@code rows x units}
     * @param rows  samples
     * @param units columns of both
     */
    public static void forward(float[] z, float[] a, int rows, int units) {
        for (int at = 0; at < rows * units; at += units) {
            float largest = Softmax.largest(z, at, units);
            double logSum = logSum(z, at, units, largest);
            for (int i = at; i < at + units; i++) {
                a[i] = (float) (((double) z[i] - largest) - logSum);
            }
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
     * The gradient at the pre-activations, each row with its full Jacobian: {@code dzᵢ = daᵢ - exp(aᵢ)·Σ da}.
     *
     * @param a     activations, {@code rows x units}
     * @param da    dL/da, {@code rows x units}
     * @param dz    receives dL/dz, {@code rows x units}
     * @param rows  samples
     * @param units columns of all three
     */
    public static void backward(float[] a, float[] da, float[] dz, int rows, int units) {
        for (int at = 0; at < rows * units; at += units) {
            double sum = 0.0;
            for (int i = at; i < at + units; i++) {
                sum += da[i];
            }
            for (int i = at; i < at + units; i++) {
                dz[i] = (float) (da[i] - PortableMath.exp(a[i]) * sum);
            }
        }
    }
}
