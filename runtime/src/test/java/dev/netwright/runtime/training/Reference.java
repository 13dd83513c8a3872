package dev.netwright.runtime.training;

import dev.netwright.annotations.Activation;

/**
 * {@link HandWritten} once more, in double precision and straight from the formulas {@code h = max(0, x·W + b)} and
 * {@code o = h·V + c} or the sigmoid of it, with the loss {@code Σ (o - t)²} of a sample and its gradients.
 */
public final class Reference {
    private final int features;
    private final int hidden;
    private final int outputs;
    private final boolean isSigmoid;
    private final double[] parameters;

    /** With the sizes and the parameters of a network, laid out as there. */
    public Reference(HandWritten network) {
        this.features = network.inputSize();
        this.hidden = network.topology().layers().get(0).units();
        this.outputs = network.outputSize();
        this.isSigmoid = network.topology().heads().get(0).activation() == Activation.SIGMOID;
        this.parameters = doubles(network.parameters());
    }

    /** The live parameters. */
    public double[] parameters() {
        return parameters;
    }

    /** The outputs of the sample that starts there. */
    public double[] outputs(float[] samples, int at) {
        double[] h = hiddenActivations(samples, at);
        double[] o = new double[outputs];
        for (int j = 0; j < outputs; j++) {
            o[j] = parameters[outputBias(j)];
            for (int i = 0; i < hidden; i++) {
                o[j] += h[i] * parameters[outputWeight(i, j)];
            }
            o[j] = isSigmoid ? 1 / (1 + Math.exp(-o[j])) : o[j];
        }
        return o;
    }

    private double[] hiddenActivations(float[] samples, int at) {
        double[] h = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            double z = parameters[features * hidden + j];
            for (int i = 0; i < features; i++) {
                z += samples[at + i] * parameters[i * hidden + j];
            }
            h[j] = Math.max(0, z);
        }
        return h;
    }

    /** The loss of the sample that starts there. */
    public double loss(float[] samples, int at, float[] targets, int targetAt) {
        double[] o = outputs(samples, at);
        double sum = 0;
        for (int j = 0; j < outputs; j++) {
            sum += (o[j] - targets[targetAt + j]) * (o[j] - targets[targetAt + j]);
        }
        return sum;
    }

    /** Adds {@code weight} times the gradient of a sample's loss, given dL/do, to the parameters' gradients. */
    public void addGradients(float[] samples, int at, double[] outputGradients, double weight, double[] gradients) {
        double[] h = hiddenActivations(samples, at);
        double[] logitGradients = logitGradients(samples, at, outputGradients);
        for (int j = 0; j < outputs; j++) {
            gradients[outputBias(j)] += weight * logitGradients[j];
            for (int i = 0; i < hidden; i++) {
                gradients[outputWeight(i, j)] += weight * h[i] * logitGradients[j];
            }
        }
        double[] dz = hiddenGradients(h, logitGradients);
        for (int j = 0; j < hidden; j++) {
            gradients[features * hidden + j] += weight * dz[j];
            for (int i = 0; i < features; i++) {
                gradients[i * hidden + j] += weight * samples[at + i] * dz[j];
            }
        }
    }

    /** dL/do of the squared error of the sample that starts there. */
    public double[] outputGradients(float[] samples, int at, float[] targets, int targetAt) {
        double[] gradients = outputs(samples, at);
        for (int j = 0; j < outputs; j++) {
            gradients[j] = 2 * (gradients[j] - targets[targetAt + j]);
        }
        return gradients;
    }

    /** dL/dx of the sample that starts there, given dL/do. */
    public double[] inputGradients(float[] samples, int at, double[] outputGradients) {
        double[] dz = hiddenGradients(hiddenActivations(samples, at), logitGradients(samples, at, outputGradients));
        double[] dx = new double[features];
        for (int i = 0; i < features; i++) {
            for (int j = 0; j < hidden; j++) {
                dx[i] += dz[j] * parameters[i * hidden + j];
            }
        }
        return dx;
    }

    /** dL/dz of the last layer of a sample, given dL/do. */
    public double[] logitGradients(float[] samples, int at, double[] outputGradients) {
        double[] o = outputs(samples, at);
        double[] gradients = outputGradients.clone();
        for (int j = 0; j < outputs && isSigmoid; j++) {
            gradients[j] *= o[j] * (1 - o[j]);
        }
        return gradients;
    }

    private double[] hiddenGradients(double[] h, double[] logitGradients) {
        double[] dz = new double[hidden];
        for (int i = 0; i < hidden; i++) {
            for (int j = 0; j < outputs && h[i] > 0; j++) {
                dz[i] += logitGradients[j] * parameters[outputWeight(i, j)];
            }
        }
        return dz;
    }

    private int outputWeight(int i, int j) {
        return features * hidden + hidden + i * outputs + j;
    }

    private int outputBias(int j) {
        return outputWeight(hidden, j);
    }

    /** The same values as doubles. */
    public static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
