package dev.netwright.runtime.kernel;

import dev.netwright.annotations.Activation;

/** The published formulas of the elementwise activations and of their derivatives, in double precision. */
final class ActivationFormulas {
    private ActivationFormulas() {}

    static double function(Activation activation, double z, double alpha) {
        return switch (activation) {
            case IDENTITY -> z;
            case SIGMOID -> sigmoid(z);
            case TANH -> StrictMath.tanh(z);
            case RELU -> Math.max(0, z);
            case LEAKY_RELU -> z > 0 ? z : alpha * z;
            case ELU -> z > 0 ? z : alpha * StrictMath.expm1(z);
            case SELU -> 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * StrictMath.expm1(z));
            case GELU -> z * normalCdf(z);
            case GELU_TANH -> z * (1 + geluTanh(z)) / 2;
            case SILU -> z * sigmoid(z);
            case SOFTPLUS -> softplus(z);
            case SOFTSIGN -> z / (1 + Math.abs(z));
            case HARD_SIGMOID -> Math.min(1, Math.max(0, z / 6 + 0.5));
            case HARD_TANH -> Math.min(1, Math.max(-1, z));
            case MISH -> z * StrictMath.tanh(softplus(z));
            case EXPONENTIAL -> StrictMath.exp(z);
            case SOFTMAX, LOG_SOFTMAX -> throw new IllegalArgumentException(activation + " is of all units at once");
        };
    }

    static double derivative(Activation activation, double z, double alpha) {
        return switch (activation) {
            case IDENTITY -> 1;
            case SIGMOID -> sigmoid(z) * sigmoid(-z);
            case TANH -> 1 / (StrictMath.cosh(z) * StrictMath.cosh(z));
            case RELU -> z > 0 ? 1 : 0;
            case LEAKY_RELU -> z > 0 ? 1 : alpha;
            case ELU -> z > 0 ? 1 : alpha * StrictMath.exp(z);
            case SELU -> 1.0507009873554805 * (z > 0 ? 1 : 1.6732632423543772 * StrictMath.exp(z));
            case GELU -> normalCdf(z) + z * StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            case GELU_TANH ->
                (1 + geluTanh(z)) / 2
                        + z * (1 - geluTanh(z) * geluTanh(z)) * Math.sqrt(2 / Math.PI) * (1 + 0.134145 * z * z) / 2;
            case SILU -> sigmoid(z) * (1 + z * sigmoid(-z));
            case SOFTPLUS -> sigmoid(z);
            case SOFTSIGN -> 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z)));
            case HARD_SIGMOID -> z > -3 && z < 3 ? 1 / 6.0 : 0;
            case HARD_TANH -> z > -1 && z < 1 ? 1 : 0;
            case MISH -> {
                double t = StrictMath.tanh(softplus(z));
                yield t + z * (1 - t * t) * sigmoid(z);
            }
            case EXPONENTIAL -> StrictMath.exp(z);
            case SOFTMAX, LOG_SOFTMAX -> throw new IllegalArgumentException(activation + " is of all units at once");
        };
    }

    private static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }

    private static double softplus(double z) {
        return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
    }

    private static double geluTanh(double z) {
        return StrictMath.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z));
    }

    /** Φ(z) = 1/2 + φ(z)·(z + z³/3 + z⁵/15 + z⁷/105 + ...) (Marsaglia 2004); beyond ±8 it is 0 or 1 to 15 digits. */
    private static double normalCdf(double z) {
        if (Math.abs(z) > 8) {
            return z > 0 ? 1 : 0;
        }
        double sum = z;
        double term = z;
        for (int i = 3; i < 300; i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return 0.5 + sum * StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
