package dev.netwright.verification.reference;

import dev.netwright.runtime.Topology;

/**
 * One dense layer over the rows of a batch: {@code z = x·W + b} and {@code a = f(z)}, and back by the chain rule. Matrices
 * are {@code double[rows][columns]}.
 */
public final class ReferenceLayer {
    private final Topology.Dense layer;
    private final double[] parameters;
    private final double[][] x;
    private final double[][] z;
    private final double[][] a;

    /**
     * Goes forward from the layer's input.
     *
     * @param parameters of the whole network
     * @param x          {@code rows x inputs}
     */
    public ReferenceLayer(Topology.Dense layer, double[] parameters, double[][] x) {
        this.layer = layer;
        this.parameters = parameters;
        this.x = x;
        z = new double[x.length][];
        a = new double[x.length][];
        for (int row = 0; row < x.length; row++) {
            z[row] = preactivations(x[row]);
            a[row] = ReferenceActivations.row(layer.activation(), z[row], layer.alpha());
        }
    }

    private double[] preactivations(double[] x) {
        double[] z = new double[layer.units()];
        for (int j = 0; j < z.length; j++) {
            z[j] = bias(j);
            for (int i = 0; i < x.length; i++) {
                z[j] += x[i] * weight(i, j);
            }
        }
        return z;
    }

    /** What it is. */
    public Topology.Dense description() {
        return layer;
    }

    /** The weight from an input to a unit. */
    public double weight(int input, int unit) {
        return parameters[layer.weightsOffset() + input * layer.units() + unit];
    }

    /** The bias of a unit; 0 where the layer has none. */
    public double bias(int unit) {
        return layer.bias() ? parameters[layer.biasesOffset() + unit] : 0;
    }

    /** Its input, {@code rows x inputs}. */
    public double[][] x() {
        return x;
    }

    /** Its pre-activations, {@code rows x units}. */
    public double[][] z() {
        return z;
    }

    /** Its activations, {@code rows x units}. */
    public double[][] a() {
        return a;
    }

    /** dL/dz from dL/da. */
    double[][] deltas(double[][] da) {
        double[][] dz = new double[da.length][];
        for (int row = 0; row < da.length; row++) {
            dz[row] = ReferenceActivations.backward(layer.activation(), z[row], da[row], layer.alpha());
        }
        return dz;
    }

    /** dL/dW and dL/db from dL/dz, written to their places among the gradients of all parameters. */
    void parameterGradients(double[][] dz, double[] gradients) {
        for (int row = 0; row < dz.length; row++) {
            for (int j = 0; j < layer.units(); j++) {
                for (int i = 0; i < layer.inputs(); i++) {
                    gradients[layer.weightsOffset() + i * layer.units() + j] += x[row][i] * dz[row][j];
                }
                if (layer.bias()) {
                    gradients[layer.biasesOffset() + j] += dz[row][j];
                }
            }
        }
    }

    /** dL/dx from dL/dz. */
    double[][] inputGradients(double[][] dz) {
        double[][] dx = new double[dz.length][layer.inputs()];
        for (int row = 0; row < dz.length; row++) {
            for (int i = 0; i < layer.inputs(); i++) {
                for (int j = 0; j < layer.units(); j++) {
                    dx[row][i] += weight(i, j) * dz[row][j];
                }
            }
        }
        return dx;
    }
}
