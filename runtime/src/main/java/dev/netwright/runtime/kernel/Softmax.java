package dev.netwright.runtime.kernel;

/** Softmax of rows of units: {@code aᵢ = exp(zᵢ) / Σ exp(z)} (Bridle 1990). */
public final class Softmax {
    private static final ActivationKernels KERNELS = KernelChoice.KERNELS.activations();

    private Softmax() {}

    /**
     * The outputs. The largest z of a row is subtracted first, which changes nothing but keeps every exponential finite; the
     * exponentials are added in ascending order in double precision.
     *
     * @param z     pre-activations, {@code rows x units}
     * @param a     receives the activations, {@code rows x units}; what lies beyond is scratch
     * @param rows  samples
     * @param units columns of both
     */
    public static void forward(float[] z, float[] a, int rows, int units) {
        for (int at = 0; at < rows * units; at += units) {
            // Rows in their order: whole vectors run on into the next row, which is computed after.
            KERNELS.exponentials(z, a, at, units, largest(z, at, units));
        }
        for (int at = 0; at < rows * units; at += units) {
            double sum = 0.0;
            for (int i = at; i < at + units; i++) {
                sum += a[i];
            }
            double scale = 1.0 / sum;
            for (int i = at; i < at + units; i++) {
                a[i] = (float) (a[i] * scale);
            }
        }
    }

    /**
     * The gradient at the pre-activations, each row with its full Jacobian: {@code dzᵢ = aᵢ·(daᵢ - Σ a·da)}.
     *
     * @param a     activations, {@code rows x units}
     * @param da    dL/da, {@code rows x units}
     * @param dz    receives dL/dz, {@code rows x units}
     * @param rows  samples
     * @param units columns of all three
     */
    public static void backward(float[] a, float[] da, float[] dz, int rows, int units) {
        for (int at = 0; at < rows * units; at += units) {
            double mean = 0.0;
            for (int i = at; i < at + units; i++) {
                mean += (double) a[i] * da[i];
            }
            for (int i = at; i < at + units; i++) {
                dz[i] = (float) (a[i] * (da[i] - mean));
            }
        }
    }

    /** The largest z of the row that starts at {@code offset}; NaN if there is one. */
    public static float largest(float[] z, int offset, int units) {
        float largest = z[offset];
        for (int i = offset + 1; i < offset + units; i++) {
            largest = Math.max(largest, z[i]);
        }
        return largest;
    }
}
