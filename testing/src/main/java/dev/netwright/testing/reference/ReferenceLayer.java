package dev.netwright.testing.reference;

import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.WeightedLayer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One layer over the rows of a batch: x from its sources, {@code z = x·W + b} or {@code z = x}, perhaps normalised, {@code a = f(z)}, perhaps
 * pooled, in training {@code d = a·m}, and {@code y = d + r}, and back by the chain rule. Matrices are {@code double[rows][columns]}.
 */
public final class ReferenceLayer {
    private final NetworkLayer layer;
    private final double[] parameters;
    private final List<double[][]> sources;
    private final double[][] x;
    private final double[][] factors;
    private final Optional<ReferenceNormalization> normalization;
    private final double[][] z;
    private final double[][] a;
    private final Optional<ReferencePool> pool;
    private final double[][] y;
    private final Optional<double[][]> mask;

    /**
     * Goes forward from what the layer reads.
     *
     * @param parameters of the whole network
     * @param sources    each {@code rows x columns}
     * @param mode       how to go
     * @param residual   {@code rows x units}
     */
    public ReferenceLayer(
            NetworkLayer layer,
            double[] parameters,
            List<double[][]> sources,
            PassMode mode,
            Optional<double[][]> residual) {
        this.layer = layer;
        this.parameters = parameters;
        this.sources = sources;
        mask = Optional.ofNullable(mode.masks().get(layer.name()));
        x = ReferenceMerge.merge(layer.wiring(), sources);
        factors = embeds() ? ones(x.length, layer.inputs()) : x;
        double[][] u = connections().isPresent()
                ? IntStream.range(0, x.length).mapToObj(this::preactivations).toArray(double[][]::new)
                : x;
        normalization = layer.treatment().normalizes()
                ? Optional.of(new ReferenceNormalization(layer, parameters, u, mode))
                : Optional.empty();
        z = normalization.map(ReferenceNormalization::z).orElse(u);
        a = new double[x.length][];
        Optional<Tangents> tangents = Optional.ofNullable(mode.tangents().get(layer.name()));
        for (int row = 0; row < x.length; row++) {
            a[row] = tangents.isPresent()
                    ? tangents.get().row(row, z[row])
                    : ReferenceActivations.row(layer.activation(), z[row], layer.alpha());
        }
        pool = layer.pool().map(ReferencePool::new);
        double[][] d = dropped(pool.map(p -> p.forward(a)).orElse(a));
        y = residual.map(r -> ReferenceMerge.sum(d, r)).orElse(d);
    }

    private static double[][] ones(int rows, int columns) {
        double[][] ones = new double[rows][columns];
        Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
        return ones;
    }

    private double[] preactivations(int row) {
        double[] z = new double[layer.preactivations()];
        for (int j = 0; j < z.length; j++) {
            int unit = j;
            z[j] = bias(j);
            connections()
                    .orElseThrow()
                    .of(j, x[row], (input, weight) -> z[unit] += factors[row][input] * parameters[weight]);
        }
        return z;
    }

    /** Times the mask; the same where nothing is dropped. */
    private double[][] dropped(double[][] values) {
        return mask.map(factors -> ReferenceMerge.product(values, factors)).orElse(values);
    }

    /** What it is. */
    public NetworkLayer description() {
        return layer;
    }

    /** What it is, if it has weights. */
    Optional<WeightedLayer> weighted() {
        return layer instanceof WeightedLayer weighted ? Optional.of(weighted) : Optional.empty();
    }

    /** Its weights, if it has any. */
    Optional<Connections> connections() {
        return weighted().map(Connections::new);
    }

    /** A parameter by its place among all. */
    double parameter(int index) {
        return parameters[index];
    }

    /** The bias of a pre-activation; 0 where the layer has none. */
    double bias(int z) {
        boolean hasBiases = weighted().orElseThrow().bias();
        return hasBiases ? parameters[connections().orElseThrow().bias(z)] : 0;
    }

    /** Where it is normalised over the batch, the mean of a column or channel before. */
    public double mean(int channel) {
        return ReferenceNormalization.mean(normalization.orElseThrow().u()[channel]);
    }

    /** Where it is normalised over the batch, the variance of a column or channel before. */
    public double variance(int channel) {
        return ReferenceNormalization.variance(normalization.orElseThrow().u()[channel], mean(channel));
    }

    /** What normalises its pre-activations. */
    Optional<ReferenceNormalization> normalization() {
        return normalization;
    }

    /** What pools its activations. */
    Optional<ReferencePool> pool() {
        return pool;
    }

    /** What it reads, each {@code rows x columns}. */
    List<double[][]> sources() {
        return sources;
    }

    /** Its input, {@code rows x inputs}. */
    double[][] x() {
        return x;
    }

    /** What its weights are multiplied with, {@code rows x inputs}: x, or for an embedding, whose x picks weights, 1. */
    double[][] factors() {
        return factors;
    }

    /** Whether it is an embedding. */
    boolean embeds() {
        return layer instanceof EmbeddingLayer;
    }

    /** Its pre-activations, {@code rows x preactivations}. */
    public double[][] z() {
        return z;
    }

    /** Its activations, {@code rows x preactivations}. */
    double[][] a() {
        return a;
    }

    /** Its output, {@code rows x units}. */
    public double[][] y() {
        return y;
    }

    /** What dropout multiplies its activations with, {@code rows x units}; empty where nothing is dropped. */
    Optional<double[][]> mask() {
        return mask;
    }

    /** dL/dz from dL/dy. */
    double[][] deltas(double[][] dy) {
        double[][] dd = dropped(dy);
        double[][] da = pool.map(p -> p.backward(a, dd)).orElse(dd);
        double[][] dz = new double[da.length][];
        for (int row = 0; row < da.length; row++) {
            dz[row] = ReferenceActivations.backward(layer.activation(), z[row], da[row], layer.alpha());
        }
        return dz;
    }

    /** Those of its parameters from dL/dz, 0 for a frozen layer, written to their places among the gradients of all parameters. */
    void parameterGradients(double[][] dz, double[] gradients) {
        if (isFrozen()) {
            return;
        }
        normalization.ifPresent(n -> n.parameterGradients(dz, gradients));
        weighted().ifPresent(weighted -> parameterGradients(weighted, beforeNormalization(dz), gradients));
    }

    /** Whether training leaves its parameters alone. */
    boolean isFrozen() {
        return weighted().filter(weighted -> !weighted.training().isTrained()).isPresent();
    }

    /** dL/du from dL/dz. */
    private double[][] beforeNormalization(double[][] dz) {
        return normalization.map(n -> n.inputGradients(dz)).orElse(dz);
    }

    private void parameterGradients(WeightedLayer weighted, double[][] du, double[] gradients) {
        Connections connections = new Connections(weighted);
        for (int row = 0; row < du.length; row++) {
            double[] picks = x[row];
            double[] values = factors[row];
            for (int j = 0; j < du[row].length; j++) {
                double gradient = du[row][j];
                connections.of(j, picks, (input, weight) -> gradients[weight] += values[input] * gradient);
                if (weighted.bias()) {
                    gradients[connections.bias(j)] += gradient;
                }
            }
        }
    }

    /** dL/dx from dL/dz; 0 of an embedding, of which nothing is smooth from one whole number to the next. */
    double[][] inputGradients(double[][] dz) {
        double[][] du = beforeNormalization(dz);
        if (connections().isEmpty()) {
            return du;
        }
        double[][] dx = new double[du.length][layer.inputs()];
        for (int row = 0; row < du.length && !embeds(); row++) {
            double[] picks = x[row];
            double[] sums = dx[row];
            for (int j = 0; j < du[row].length; j++) {
                double gradient = du[row][j];
                connections()
                        .orElseThrow()
                        .of(j, picks, (input, weight) -> sums[input] += parameters[weight] * gradient);
            }
        }
        return dx;
    }

    /** What of dL/dx belongs to the source of this number. */
    double[][] part(int index, double[][] dx) {
        return ReferenceMerge.part(layer.wiring(), sources, index, dx);
    }
}
