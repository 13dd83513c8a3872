package dev.netwright.runtime.optimizer;

/**
 * What makes up for moments that start at 0: {@code 1 / (1 - βᵗ)}. The powers are running products, since {@code Math.pow}
 * may differ from one JVM to the next.
 */
final class BiasCorrection {
    private final double beta1;
    private final double beta2;
    private double beta1Power = 1.0;
    private double beta2Power = 1.0;

    BiasCorrection(float beta1, float beta2) {
        this.beta1 = beta1;
        this.beta2 = beta2;
    }

    void nextStep() {
        beta1Power *= beta1;
        beta2Power *= beta2;
    }

    void exchange(RunState state) {
        beta1Power = state.number("beta1Power", beta1Power);
        beta2Power = state.number("beta2Power", beta2Power);
    }

    /** {@code 1 / (1 - β₁ᵗ)}. */
    float ofMean() {
        return (float) (1.0 / (1.0 - beta1Power));
    }

    /** {@code 1 / √(1 - β₂ᵗ)}. */
    float ofRoot() {
        return (float) (1.0 / Math.sqrt(1.0 - beta2Power));
    }
}
