package dev.netwright.testing.reference;

import static dev.netwright.testing.reference.ErrorSum.UNIT_ROUNDOFF;
import static dev.netwright.testing.reference.ErrorSum.bounded;
import static dev.netwright.testing.reference.RoundingErrors.DEVIATIONS;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.runtime.topology.CustomActivation;
import java.util.function.DoubleUnaryOperator;

/** How errors of z become errors of a, and errors of dL/da those of dL/dz, for one row of units. */
final class ActivationErrors {
    /** Deviations of z at which functions are looked at. */
    static final double[] REACHES = {1, 2, DEVIATIONS};

    private ActivationErrors() {}

    /** Deviations of a. */
    static double[] forward(ActivationFunction activation, double alpha, double[] z, double[] zErrors, double[] a) {
        double[] errors = new double[z.length];
        double[] p = activation.isElementwise() ? a : ReferenceActivations.row(Activation.SOFTMAX, z, alpha);
        ErrorSum mean = new ErrorSum();
        for (int i = 0; !activation.isElementwise() && i < z.length; i++) {
            mean.product(p[i], 0, z[i], zErrors[i]);
        }
        for (int i = 0; i < z.length; i++) {
            if (activation instanceof CustomActivation custom) {
                errors[i] = CustomErrors.of(custom.function(), z[i], zErrors[i]);
                continue;
            }
            // A hard sigmoid rounds z / 6 before it adds 1/2.
            double rounded = activation == Activation.HARD_SIGMOID ? 1 : Math.abs(a[i]);
            double spread = switch ((Activation) activation) {
                case SOFTMAX -> a[i] * Math.hypot(zErrors[i], mean.carried());
                case LOG_SOFTMAX -> Math.hypot(zErrors[i], mean.carried());
                default -> spread(x -> ReferenceActivations.value(activation, x, alpha), z[i], zErrors[i]);
            };
            errors[i] = bounded(spread + 2 * UNIT_ROUNDOFF * rounded + Float.MIN_VALUE);
        }
        return errors;
    }

    /** Deviations of dL/dz. */
    static double[] backward(
            ActivationFunction activation,
            double alpha,
            double[] z,
            double[] zErrors,
            double[] aErrors,
            double[] da,
            double[] daErrors) {
        if (!activation.isElementwise()) {
            return jacobian(activation, alpha, z, aErrors, da, daErrors);
        }
        double[] errors = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            double slope = ReferenceActivations.derivative(activation, z[i], alpha);
            double slopeError = activation instanceof CustomActivation custom
                    ? CustomErrors.of(custom.slope(), z[i], zErrors[i])
                    : spread(x -> ReferenceActivations.derivative(activation, x, alpha), z[i], zErrors[i])
                            + 4 * UNIT_ROUNDOFF * slopeMagnitude((Activation) activation, alpha, z[i], slope);
            errors[i] = bounded(Math.abs(slope) * daErrors[i]
                    + Math.abs(da[i]) * slopeError
                    + daErrors[i] * slopeError
                    + 2 * UNIT_ROUNDOFF * Math.abs(da[i] * slope)
                    + Float.MIN_VALUE);
        }
        return errors;
    }

    /** dz = p·(da - Σ p·da) for softmax, dz = da - p·Σ da for log-softmax. */
    private static double[] jacobian(
            ActivationFunction activation, double alpha, double[] z, double[] aErrors, double[] da, double[] daErrors) {
        boolean isSoftmax = activation == Activation.SOFTMAX;
        double[] p = ReferenceActivations.row(Activation.SOFTMAX, z, alpha);
        double sum = 0;
        ErrorSum sumError = new ErrorSum();
        for (int i = 0; i < z.length; i++) {
            sum += (isSoftmax ? p[i] : 1) * da[i];
            sumError.product(isSoftmax ? p[i] : 1, isSoftmax ? aErrors[i] : 0, da[i], daErrors[i]);
        }
        double[] errors = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            double weight = isSoftmax ? p[i] : 1;
            double pError = isSoftmax ? aErrors[i] : p[i] * aErrors[i];
            errors[i] = bounded(weight * daErrors[i]
                    + p[i] * sumError.deviation()
                    + pError * Math.abs(isSoftmax ? da[i] - sum : sum)
                    + 2 * UNIT_ROUNDOFF * (weight * Math.abs(da[i]) + p[i] * Math.abs(sum))
                    + Float.MIN_VALUE);
        }
        return errors;
    }

    /**
     * Derivatives that are computed from a rounded a near its limits are exact to the function's scale alone. Those of {@code
     * z·g(z)} are {@code g + z·g'}, whose terms cancel where the function turns.
     */
    private static double slopeMagnitude(Activation activation, double alpha, double z, double slope) {
        return switch (activation) {
            case SIGMOID, TANH -> 1;
            case ELU -> Math.max(1, alpha);
            case SELU -> 2;
            case GELU, GELU_TANH, SILU, MISH ->
                Math.abs(slope) + Math.abs(ReferenceActivations.value(activation, z, alpha) / (z == 0 ? 1 : z));
            default -> Math.abs(slope);
        };
    }

    /**
     * How much f changes within the tolerance of z, as one deviation. Where f jumps there, the whole jump is within the tolerance of f; nearer
     * than a deviation or two of z it is about as likely as not, and counts whole or half, for many such values may come together in one sum.
     */
    private static double spread(DoubleUnaryOperator f, double z, double error) {
        double middle = f.applyAsDouble(z);
        double largest = 0;
        for (double reach : REACHES) {
            double above = Math.abs(f.applyAsDouble(z + reach * error) - middle);
            double below = Math.abs(f.applyAsDouble(z - reach * error) - middle);
            largest = Math.max(largest, Math.max(above, below) / reach);
        }
        return largest;
    }
}
