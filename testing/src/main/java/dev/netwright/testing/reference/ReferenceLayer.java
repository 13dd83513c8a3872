package dev.netwright.testing.reference;

import dev.netwright.runtime.Topology;
import java.util.List;
import java.util.Optional;

/**
 * One layer over the rows of a batch: x from its sources, {@code z = x·W + b} or {@code z = x}, {@code a = f(z)} and {@code y =
 * a + r}, and back by the chain rule. Matrices are {@code double[rows][columns]}.
 */
public final class ReferenceLayer {
    private final Topology.Layer layer;
    private final double[] parameters;
    private final List<double[][]> sources;
    private final double[][] x;
    private final double[][] z;
    private final double[][] a;
    private final double[][] y;

    /**
     * Goes forward from what the layer reads.
     *
     * @param parameters of the whole network
     * @param sources    each {@code rows x columns}
     * @param residual   {@code rows x units}
     */
    public ReferenceLayer(
            Topology.Layer layer, double[] parameters, List<double[][]> sources, Optional<double[][]> residual) {
        this.layer = layer;
        this.parameters = parameters;
        this.sources = sources;
        x = ReferenceMerge.merge(layer.wiring().merge(), sources);
        z = new double[x.length][];
        a = new double[x.length][];
        for (int row = 0; row < x.length; row++) {
            z[row] = dense().isPresent() ? preactivations(x[row]) : x[row];
            a[row] = ReferenceActivations.row(layer.activation(), z[row], layer.alpha());
        }
        y = residual.map(r -> ReferenceMerge.sum(a, r)).orElse(a);
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
    public Topology.Layer description() {
        return layer;
    }

    /** What it is, if it has weights. */
    Optional<Topology.Dense> dense() {
        return layer instanceof Topology.Dense dense ? Optional.of(dense) : Optional.empty();
    }

    /** The weight from an input to a unit. */
    double weight(int input, int unit) {
        return parameters[dense().orElseThrow().weightsOffset() + input * layer.units() + unit];
    }

    /** The bias of a unit; 0 where the layer has none. */
    double bias(int unit) {
        Topology.Dense dense = dense().orElseThrow();
        return dense.bias() ? parameters[dense.biasesOffset() + unit] : 0;
    }

    /** What it reads, each {@code rows x columns}. */
    List<double[][]> sources() {
        return sources;
    }

    /** Its input, {@code rows x inputs}. */
    double[][] x() {
        return x;
    }

    /** Its pre-activations, {@code rows x units}. */
    public double[][] z() {
        return z;
    }

    /** Its activations, {@code rows x units}. */
    double[][] a() {
        return a;
    }

    /** Its output, {@code rows x units}. */
    public double[][] y() {
        return y;
    }

    /** dL/dz from dL/da, which is dL/dy. */
    double[][] deltas(double[][] da) {
        double[][] dz = new double[da.length][];
        for (int row = 0; row < da.length; row++) {
            dz[row] = ReferenceActivations.backward(layer.activation(), z[row], da[row], layer.alpha());
        }
        return dz;
    }

    /** dL/dW and dL/db from dL/dz, 0 for a frozen layer, written to their places among the gradients of all parameters. */
    void parameterGradients(double[][] dz, double[] gradients) {
        dense().filter(dense -> dense.training().isTrained())
                .ifPresent(dense -> parameterGradients(dense, dz, gradients));
    }

    private void parameterGradients(Topology.Dense dense, double[][] dz, double[] gradients) {
        for (int row = 0; row < dz.length; row++) {
            for (int j = 0; j < dense.units(); j++) {
                for (int i = 0; i < dense.inputs(); i++) {
                    gradients[dense.weightsOffset() + i * dense.units() + j] += x[row][i] * dz[row][j];
                }
                if (dense.bias()) {
                    gradients[dense.biasesOffset() + j] += dz[row][j];
                }
            }
        }
    }

    /** dL/dx from dL/dz. */
    double[][] inputGradients(double[][] dz) {
        if (dense().isEmpty()) {
            return dz;
        }
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

    /** What of dL/dx belongs to the source of this number. */
    double[][] part(int index, double[][] dx) {
        return ReferenceMerge.part(layer.wiring().merge(), sources, index, dx);
    }
}
