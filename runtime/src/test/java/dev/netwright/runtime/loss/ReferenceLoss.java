package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import java.util.Arrays;

/** Losses and activations of one row as their definitions read, in double precision and with {@code Math}. */
@FunctionalInterface
interface ReferenceLoss {
    /** The loss of a row. */
    double of(double[] outputs, double[] targets);

    static double[] activate(Activation activation, double[] z) {
        double sum = Arrays.stream(z).map(Math::exp).sum();
        return Arrays.stream(z)
                .map(x -> switch (activation) {
                    case IDENTITY -> x;
                    case SIGMOID -> 1 / (1 + Math.exp(-x));
                    case HARD_SIGMOID -> Math.min(1, Math.max(0, x / 6 + 0.5));
                    case TANH -> Math.tanh(x);
                    case RELU -> Math.max(0, x);
                    case SOFTPLUS -> Math.log1p(Math.exp(x));
                    case EXPONENTIAL -> Math.exp(x);
                    case SOFTMAX -> Math.exp(x) / sum;
                    case LOG_SOFTMAX -> x - Math.log(sum);
                    default -> throw new IllegalArgumentException("No test needs " + activation + ".");
                })
                .toArray();
    }

    static double meanSquaredError(double[] o, double[] t) {
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            sum += Math.pow(o[i] - t[i], 2);
        }
        return sum / o.length;
    }

    static double meanAbsoluteError(double[] o, double[] t) {
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            sum += Math.abs(o[i] - t[i]);
        }
        return sum / o.length;
    }

    static ReferenceLoss huber(double delta) {
        return (o, t) -> {
            double sum = 0;
            for (int i = 0; i < o.length; i++) {
                double e = Math.abs(o[i] - t[i]);
                sum += e <= delta ? 0.5 * e * e : delta * (e - 0.5 * delta);
            }
            return sum / o.length;
        };
    }

    static double logCosh(double[] o, double[] t) {
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            sum += Math.log(Math.cosh(o[i] - t[i]));
        }
        return sum / o.length;
    }

    static double binaryCrossEntropy(double[] o, double[] t) {
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            sum -= t[i] * Math.log(o[i]) + (1 - t[i]) * Math.log(1 - o[i]);
        }
        return sum / o.length;
    }

    static double crossEntropy(double[] o, double[] t) {
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            sum -= t[i] * Math.log(o[i]);
        }
        return sum;
    }

    static double crossEntropyOfLogarithms(double[] o, double[] t) {
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            sum -= t[i] * o[i];
        }
        return sum;
    }

    static double kullbackLeibler(double[] o, double[] t) {
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            sum += t[i] == 0 ? 0 : t[i] * Math.log(t[i] / o[i]);
        }
        return sum;
    }

    static double kullbackLeiblerOfLogarithms(double[] o, double[] t) {
        return kullbackLeibler(Arrays.stream(o).map(Math::exp).toArray(), t);
    }

    static double poisson(double[] o, double[] t) {
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            sum += o[i] - t[i] * Math.log(o[i]);
        }
        return sum / o.length;
    }

    static double hinge(double[] o, double[] t) {
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            sum += Math.max(0, 1 - t[i] * o[i]);
        }
        return sum / o.length;
    }
}
