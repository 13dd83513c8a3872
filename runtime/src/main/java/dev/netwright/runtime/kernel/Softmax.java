package dev.netwright.runtime.kernel;

/** Softmax of one row of units: {@code aᵢ = exp(zᵢ) / Σ exp(z)} (Bridle 1990). */
public final class Softmax {
    private Softmax() {}

    /**
     * The outputs of one row. The largest z is subtracted first, which changes nothing but keeps every exponential finite.
     *
     * @param z      pre-activations
     * @param a      receives the activations, at the same place
     * @param offset where the row starts in both
     * @param units  its columns
     */
    public static void forward(float[] z, float[] a, int offset, int units) {
        float largest = largest(z, offset, units);
        double sum = 0.0;
        for (int i = offset; i < offset + units; i++) {
            sum += PortableMath.exp((double) z[i] - largest);
        }
        for (int i = offset; i < offset + units; i++) {
            a[i] = (float) (PortableMath.exp((double) z[i] - largest) / sum);
        }
    }

    /**
     * The gradient at the pre-activations of one row, the full Jacobian: {@code dzᵢ = aᵢ·(daᵢ - Σ a·da)}.
     *
     * @param a      activations
     * @param da     dL/da
     * @param dz     receives dL/dz
     * @param offset where the row starts in all three
     * @param units  its columns
     */
    public static void backward(float[] a, float[] da, float[] dz, int offset, int units) {
        double mean = 0.0;
        for (int i = offset; i < offset + units; i++) {
            mean += (double) a[i] * da[i];
        }
        for (int i = offset; i < offset + units; i++) {
            dz[i] = (float) (a[i] * (da[i] - mean));
        }
    }

    /** The largest z of one row; NaN if there is one. */
    public static float largest(float[] z, int offset, int units) {
        float largest = z[offset];
        for (int i = offset + 1; i < offset + units; i++) {
            largest = Math.max(largest, z[i]);
        }
        return largest;
    }
}
