package dev.netwright.testing.reference;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.runtime.topology.CustomActivation;
import java.util.Arrays;
import java.util.List;

/** Every activation and its derivative in double precision, each as its publication has it. */
public final class ReferenceActivations {
    /** Klambauer et al. 2017, as far as a double has digits. */
    private static final double SELU_SCALE = 1.0507009873554805;

    private static final double SELU_ALPHA = 1.6732632423543772;

    /** Beyond this, exp(3z) in Misra's derivative would overflow and mish is z to all digits. */
    private static final double MISH_IS_LINEAR = 100;

    private ReferenceActivations() {}

    /** a = f(z) of one unit, for all but softmax and log-softmax. A function of the user's is one of floats. */
    public static double value(ActivationFunction activation, double z, double alpha) {
        return activation instanceof CustomActivation custom
                ? custom.function().at((float) z)
                : value((Activation) activation, z, alpha);
    }

    private static double value(Activation activation, double z, double alpha) {
        return switch (activation) {
            case IDENTITY -> z;
            case SIGMOID -> sigmoid(z);
            case TANH -> Math.tanh(z);
            case RELU -> Math.max(0, z);
            case LEAKY_RELU -> z > 0 ? z : alpha * z;
            case ELU -> z > 0 ? z : alpha * Math.expm1(z);
            case SELU -> SELU_SCALE * (z > 0 ? z : SELU_ALPHA * Math.expm1(z));
            case GELU -> z * NormalDistribution.cumulative(z);
            // z·(1 + tanh(y)) / 2 in the form that keeps its digits where tanh(y) is close to -1.
            case GELU_TANH -> z * sigmoid(2 * geluArgument(z));
            case SILU -> z * sigmoid(z);
            case SOFTPLUS -> softplus(z);
            case SOFTSIGN -> z / (1 + Math.abs(z));
            case HARD_SIGMOID -> Math.min(Math.max(z + 3, 0), 6) / 6;
            case HARD_TANH -> Math.max(-1, Math.min(1, z));
            case MISH -> z * Math.tanh(softplus(z));
            case EXPONENTIAL -> Math.exp(z);
            case SOFTMAX, LOG_SOFTMAX -> throw new IllegalArgumentException(activation + " is no function of one unit");
        };
    }

    /** da/dz of one unit, for all but softmax and log-softmax. At a kink it is the derivative from below. */
    public static double derivative(ActivationFunction activation, double z, double alpha) {
        return activation instanceof CustomActivation custom
                ? custom.slope().at((float) z)
                : derivative((Activation) activation, z, alpha);
    }

    private static double derivative(Activation activation, double z, double alpha) {
        return switch (activation) {
            case IDENTITY -> 1;
            case SIGMOID, SOFTPLUS -> activation == Activation.SIGMOID ? sigmoid(z) * sigmoid(-z) : sigmoid(z);
            case TANH -> 1 / (Math.cosh(z) * Math.cosh(z));
            case RELU -> z > 0 ? 1 : 0;
            case LEAKY_RELU -> z > 0 ? 1 : alpha;
            case ELU -> z > 0 ? 1 : alpha * Math.exp(z);
            case SELU -> z > 0 ? SELU_SCALE : SELU_SCALE * SELU_ALPHA * Math.exp(z);
            case GELU -> NormalDistribution.cumulative(z) + z * NormalDistribution.density(z);
            case GELU_TANH -> geluTanhDerivative(z);
            case SILU -> sigmoid(z) + z * sigmoid(z) * sigmoid(-z);
            case SOFTSIGN -> 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z)));
            case HARD_SIGMOID -> z > -3 && z < 3 ? 1.0 / 6 : 0;
            case HARD_TANH -> z > -1 && z < 1 ? 1 : 0;
            case MISH -> mishDerivative(z);
            case EXPONENTIAL -> Math.exp(z);
            case SOFTMAX, LOG_SOFTMAX -> throw new IllegalArgumentException(activation + " is no function of one unit");
        };
    }

    /** The activations of one row of units. */
    public static double[] row(ActivationFunction activation, double[] z, double alpha) {
        double[] a = new double[z.length];
        // The largest z is taken out of the exponentials, which changes nothing but keeps them finite.
        double largest = Arrays.stream(z).max().orElseThrow();
        double sum = Arrays.stream(z).map(value -> Math.exp(value - largest)).sum();
        for (int i = 0; i < z.length; i++) {
            if (activation.isElementwise()) {
                a[i] = value(activation, z[i], alpha);
            } else {
                double logarithm = (z[i] - largest) - Math.log(sum);
                a[i] = activation == Activation.SOFTMAX ? Math.exp(z[i] - largest) / sum : logarithm;
            }
        }
        return a;
    }

    /** dL/dz of one row from its dL/da: the product with the Jacobian, written out where it is a full matrix. */
    public static double[] backward(ActivationFunction activation, double[] z, double[] da, double alpha) {
        double[] dz = new double[z.length];
        if (activation.isElementwise()) {
            for (int i = 0; i < z.length; i++) {
                dz[i] = da[i] * derivative(activation, z[i], alpha);
            }
            return dz;
        }
        double[] p = row(Activation.SOFTMAX, z, alpha);
        for (int j = 0; j < z.length; j++) {
            for (int i = 0; i < z.length; i++) {
                double same = i == j ? 1 : 0;
                dz[j] += da[i] * (activation == Activation.SOFTMAX ? p[i] * (same - p[j]) : same - p[j]);
            }
        }
        return dz;
    }

    /** Where the derivative jumps; of a function of the user's nobody knows. */
    public static List<Double> kinks(ActivationFunction activation) {
        if (!(activation instanceof Activation known)) {
            return List.of();
        }
        return switch (known) {
            case RELU, LEAKY_RELU, ELU, SELU -> List.of(0.0);
            case HARD_SIGMOID -> List.of(-3.0, 3.0);
            case HARD_TANH -> List.of(-1.0, 1.0);
            default -> List.of();
        };
    }

    /** 1 / (1 + exp(-z)), whose exponential never overflows. */
    public static double sigmoid(double z) {
        return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
    }

    /** log(1 + exp(z)), whose exponential never overflows. */
    public static double softplus(double z) {
        return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
    }

    private static double geluArgument(double z) {
        return Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z);
    }

    private static double geluTanhDerivative(double z) {
        double y = geluArgument(z);
        double slope = Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * z * z);
        return sigmoid(2 * y) + 0.5 * z * slope / (Math.cosh(y) * Math.cosh(y));
    }

    /** exp(z)·ω / δ² (Misra 2019, equation 1.2). */
    private static double mishDerivative(double z) {
        if (z > MISH_IS_LINEAR) {
            return 1;
        }
        double e = Math.exp(z);
        double omega = 4 * (z + 1) + 4 * e * e + e * e * e + e * (4 * z + 6);
        double delta = 2 * e + e * e + 2;
        return e * omega / (delta * delta);
    }
}
