package dev.netwright.testing.reference;

import dev.netwright.annotations.Merge;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.runtime.topology.WeightedLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * How far single precision may take every value of a pass from the reference: a running error analysis (Higham 2002,
 * "Accuracy and Stability of Numerical Algorithms", section 3.3) of the same computation, so that tolerances follow from
 * the network and its data. A derivative that jumps within the tolerance of its z, as ReLU's near 0, counts with its jump.
 */
public final class RoundingErrors {
    /**
     * Deviations that are allowed. Millions of values stay below two; a wrong sign, index or factor is off by
     * thousands.
     */
    public static final double DEVIATIONS = 6;

    private final ReferencePass pass;
    private final List<ReferenceLayer> layers;

    /** Of the input and of every layer, by name. */
    private final Map<String, Rounded> outputs = new HashMap<>();

    private final List<Rounded> xs = new ArrayList<>();
    private final List<Optional<NormalizationErrors>> normalizations = new ArrayList<>();
    private final List<double[][]> zErrors = new ArrayList<>();
    private final List<double[][]> aErrors = new ArrayList<>();

    /**
     * The deviations of a backward pass.
     *
     * @param parameters of dL/dp
     * @param inputs     of dL/dx, {@code rows x inputSize}
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record Backward(double[] parameters, double[][] inputs) {}

    /** Follows a pass from inputs and parameters without error. */
    public RoundingErrors(ReferencePass pass) {
        this.pass = pass;
        layers = pass.layers();
        int from = 0;
        for (NetworkInput input : pass.topology().inputs()) {
            outputs.put(input.name(), Rounded.exact(Rounded.columns(pass.inputs(), from, from + input.size())));
            from += input.size();
        }
        for (int i = 0; i < layers.size(); i++) {
            forward(i);
        }
    }

    /** Deviations of the logits. */
    public double[][] logits() {
        return ofHeads(i -> ReferencePass.hasLogits(layers.get(i).description())
                ? new Rounded(layers.get(i).z(), zErrors.get(i))
                : output(i));
    }

    /** Deviations of the outputs. */
    public double[][] outputs() {
        return ofHeads(this::output);
    }

    private double[][] ofHeads(IntFunction<Rounded> values) {
        List<Rounded> heads = new ArrayList<>();
        for (OutputHead head : pass.topology().heads()) {
            for (int i = 0; i < layers.size(); i++) {
                if (layers.get(i).description().name().equals(head.name())) {
                    heads.add(values.apply(i));
                }
            }
        }
        return Rounded.merge(Merge.CONCATENATE, heads).deviations();
    }

    /** Deviations of what {@code backward} gives for output gradients without error. */
    public Backward backward(double[][] outputGradients) {
        return backward(outputGradients, HeadSums.all(pass.topology(), /* areOfLogits= */ false));
    }

    /** Deviations of what {@code backwardFromLogits} gives for logit gradients without error. */
    public Backward backwardFromLogits(double[][] logitGradients) {
        return backward(logitGradients, HeadSums.all(pass.topology(), /* areOfLogits= */ true));
    }

    /** Deviations of what {@code backward} gives for gradients of the heads without error. */
    public Backward backward(double[][] headGradients, boolean[] areOfLogits) {
        return throughLayers(HeadSums.of(pass.topology(), Rounded::exact, headGradients, areOfLogits));
    }

    private Rounded output(int layer) {
        return Objects.requireNonNull(
                outputs.get(layers.get(layer).description().name()));
    }

    private void forward(int index) {
        ReferenceLayer layer = layers.get(index);
        NetworkLayer description = layer.description();
        Rounded x = layer.embeds()
                ? Rounded.exact(layer.factors())
                : Rounded.merge(
                        description.wiring(),
                        pass.topology().sources(index).stream()
                                .map(outputs::get)
                                .toList());
        double[][] us = layer.connections().isPresent() ? preactivationErrors(layer, x) : x.deviations();
        Optional<NormalizationErrors> normalization = layer.normalization().map(n -> new NormalizationErrors(n, us));
        double[][] zs = normalization.map(NormalizationErrors::forward).orElse(us);
        double[][] as = new double[x.rows()][];
        for (int row = 0; row < as.length; row++) {
            as[row] = ActivationErrors.forward(
                    description.activation(), description.alpha(), layer.z()[row], zs[row], layer.a()[row]);
        }
        xs.add(x);
        normalizations.add(normalization);
        zErrors.add(zs);
        aErrors.add(as);
        Rounded activations = new Rounded(layer.a(), as);
        Rounded d = dropped(
                layer, poolErrors(layer).map(pool -> pool.forward(activations)).orElse(activations));
        Optional<Rounded> residual = ReferencePass.residual(description).map(outputs::get);
        outputs.put(description.name(), residual.map(d::plus).orElse(d));
    }

    /** Factors of a mask are floats themselves. */
    private static Rounded dropped(ReferenceLayer layer, Rounded values) {
        return layer.mask().map(Rounded::exact).map(values::times).orElse(values);
    }

    private static Optional<PoolErrors> poolErrors(ReferenceLayer layer) {
        return layer.pool().map(PoolErrors::new);
    }

    private static double[][] preactivationErrors(ReferenceLayer layer, Rounded x) {
        Connections connections = layer.connections().orElseThrow();
        double[][] errors = new double[x.rows()][layer.description().preactivations()];
        for (int row = 0; row < errors.length; row++) {
            double[] values = x.values()[row];
            double[] deviations = x.deviations()[row];
            for (int j = 0; j < errors[row].length; j++) {
                ErrorSum z = new ErrorSum();
                z.term(layer.bias(j));
                connections.of(
                        j,
                        layer.x()[row],
                        (input, weight) -> z.product(values[input], deviations[input], layer.parameter(weight), 0));
                errors[row][j] = z.deviation();
            }
        }
        return errors;
    }

    private Backward throughLayers(HeadSums<Rounded> given) {
        double[] parameters = new double[pass.topology().parameterCount()];
        Map<String, Rounded> sums = given.atOutputs();
        for (int i = layers.size() - 1; i >= 0; i--) {
            int index = i;
            ReferenceLayer layer = layers.get(i);
            String of = layer.description().name();
            Optional<Rounded> dy = Optional.ofNullable(sums.get(of));
            Optional<Rounded> atLogits = Optional.ofNullable(given.atLogits().get(of));
            Rounded dz = dy.map(all -> throughActivation(index, all))
                    .map(deltas -> atLogits.map(deltas::plus).orElse(deltas))
                    .or(() -> atLogits)
                    .orElseGet(() -> zeros(layer.description().units()));
            Rounded x = xs.get(i);
            Optional<NormalizationErrors> normalization = normalizations.get(i);
            Rounded du = normalization.map(n -> n.backward(dz)).orElse(dz);
            layer.weighted().ifPresent(weighted -> parameterGradients(layer, weighted, x, du, parameters));
            normalization.ifPresent(n -> n.parameterGradients(dz, parameters));
            ReferencePass.residual(layer.description())
                    .ifPresent(name -> dy.ifPresent(part -> sums.merge(name, part, Rounded::plus)));
            Rounded dx = layer.connections().isPresent() ? inputGradients(layer, du, dz) : du;
            List<String> names = pass.topology().sources(i);
            for (int k = 0; k < names.size(); k++) {
                sums.merge(names.get(k), part(i, k, dx), Rounded::plus);
            }
        }
        List<Rounded> inputs = pass.topology().inputs().stream()
                .map(input -> sums.getOrDefault(input.name(), zeros(input.size())))
                .toList();
        return new Backward(parameters, Rounded.merge(Merge.CONCATENATE, inputs).deviations());
    }

    /** The gradient of what nothing reads. */
    private Rounded zeros(int columns) {
        return Rounded.exact(new double[pass.inputs().length][columns]);
    }

    private Rounded part(int index, int source, Rounded dx) {
        ReferenceLayer layer = layers.get(index);
        Merge merge = layer.description().wiring().merge();
        List<Rounded> sources =
                pass.topology().sources(index).stream().map(outputs::get).toList();
        if (merge == Merge.CONCATENATE) {
            int pixels = layer.description().wiring().pixels();
            int from = ReferenceMerge.columnsBefore(layer.sources(), source) / pixels;
            return dx.part(pixels, from, from + sources.get(source).columns() / pixels);
        }
        Rounded part = dx;
        for (int k = 0; merge == Merge.MULTIPLY && k < sources.size(); k++) {
            part = k == source ? part : part.times(sources.get(k));
        }
        return part;
    }

    private Rounded throughActivation(int index, Rounded dy) {
        ReferenceLayer layer = layers.get(index);
        Rounded activations = new Rounded(layer.a(), aErrors.get(index));
        Rounded dd = dropped(layer, dy);
        Rounded da =
                poolErrors(layer).map(pool -> pool.backward(activations, dd)).orElse(dd);
        double[][] errors = new double[da.rows()][];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = ActivationErrors.backward(
                    layer.description().activation(),
                    layer.description().alpha(),
                    layer.z()[row],
                    zErrors.get(index)[row],
                    aErrors.get(index)[row],
                    da.values()[row],
                    da.deviations()[row]);
        }
        return new Rounded(layer.deltas(dy.values()), errors);
    }

    private static void parameterGradients(
            ReferenceLayer reference, WeightedLayer layer, Rounded x, Rounded du, double[] parameters) {
        Connections connections = new Connections(layer);
        ErrorSum[] sums = sums(layer.weightCount() + layer.biasCount());
        for (int row = 0; row < du.rows(); row++) {
            double[] values = x.values()[row];
            double[] deviations = x.deviations()[row];
            for (int j = 0; j < du.columns(); j++) {
                double gradient = du.values()[row][j];
                double error = du.deviations()[row][j];
                connections.of(
                        j,
                        reference.x()[row],
                        (input, weight) -> sums[weight - layer.weightsOffset()].product(
                                values[input], deviations[input], gradient, error));
                if (layer.bias()) {
                    sums[connections.bias(j) - layer.weightsOffset()].product(1, 0, gradient, error);
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            parameters[layer.weightsOffset() + i] = sums[i].deviation();
        }
    }

    private static ErrorSum[] sums(int count) {
        ErrorSum[] sums = new ErrorSum[count];
        for (int i = 0; i < count; i++) {
            sums[i] = new ErrorSum();
        }
        return sums;
    }

    private static Rounded inputGradients(ReferenceLayer layer, Rounded du, Rounded dz) {
        Connections connections = layer.connections().orElseThrow();
        double[][] errors = new double[du.rows()][layer.description().inputs()];
        for (int row = 0; row < errors.length && !layer.embeds(); row++) {
            double[] picks = layer.x()[row];
            ErrorSum[] sums = sums(errors[row].length);
            for (int j = 0; j < du.columns(); j++) {
                double gradient = du.values()[row][j];
                double error = du.deviations()[row][j];
                connections.of(
                        j, picks, (input, weight) -> sums[input].product(layer.parameter(weight), 0, gradient, error));
            }
            for (int i = 0; i < sums.length; i++) {
                errors[row][i] = sums[i].deviation();
            }
        }
        return new Rounded(layer.inputGradients(dz.values()), errors);
    }
}
