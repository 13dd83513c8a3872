package dev.netwright.verification.reference;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Topology;
import java.util.List;

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

    private final List<ReferenceLayer> layers;
    private final double[][][] zErrors;
    private final double[][][] aErrors;

    /**
     * The deviations of a backward pass.
     *
     * @param parameters of dL/dp
     * @param inputs     of dL/dx, {@code rows x inputSize}
     */
    public record Backward(double[] parameters, double[][] inputs) {}

    /** Follows a pass from inputs and parameters without error. */
    public RoundingErrors(ReferencePass pass) {
        layers = pass.layers();
        zErrors = new double[layers.size()][][];
        aErrors = new double[layers.size()][][];
        for (int i = 0; i < layers.size(); i++) {
            forward(i);
        }
    }

    /** Deviations of the last layer's z. */
    public double[][] logits() {
        return zErrors[layers.size() - 1];
    }

    /** Deviations of the last layer's a. */
    public double[][] outputs() {
        return aErrors[layers.size() - 1];
    }

    /** Deviations of what {@code backward} gives for output gradients without error. */
    public Backward backward(ReferenceGradients gradients, double[][] outputGradients) {
        return throughLayers(gradients, throughActivation(layers.size() - 1, outputGradients, zeros(outputGradients)));
    }

    /** Deviations of what {@code backwardFromLogits} gives for logit gradients without error. */
    public Backward backwardFromLogits(ReferenceGradients gradients) {
        return throughLayers(gradients, zeros(gradients.deltas()[layers.size() - 1]));
    }

    private void forward(int index) {
        ReferenceLayer layer = layers.get(index);
        double[][] xErrors = inputErrors(index);
        int rows = layer.x().length;
        zErrors[index] = new double[rows][layer.description().units()];
        aErrors[index] = new double[rows][];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < zErrors[index][row].length; j++) {
                ErrorSum z = new ErrorSum();
                z.term(layer.bias(j));
                for (int i = 0; i < layer.description().inputs(); i++) {
                    z.product(layer.x()[row][i], xErrors[row][i], layer.weight(i, j), 0);
                }
                zErrors[index][row][j] = z.deviation();
            }
            Activation activation = layer.description().activation();
            aErrors[index][row] = ActivationErrors.forward(
                    activation, layer.description().alpha(), layer.z()[row], zErrors[index][row], layer.a()[row]);
        }
    }

    private double[][] inputErrors(int index) {
        return index == 0 ? zeros(layers.get(0).x()) : aErrors[index - 1];
    }

    private Backward throughLayers(ReferenceGradients gradients, double[][] lastDeltaErrors) {
        Topology.Dense last = layers.get(layers.size() - 1).description();
        double[] parameters = new double[last.weightsOffset() + last.parameterCount()];
        double[][] dzErrors = lastDeltaErrors;
        for (int i = layers.size() - 1; i > 0; i--) {
            double[][] dz = gradients.deltas()[i];
            parameterGradients(i, dz, dzErrors, parameters);
            dzErrors = throughActivation(
                    i - 1, layers.get(i).inputGradients(dz), inputGradients(layers.get(i), dz, dzErrors));
        }
        double[][] dz = gradients.deltas()[0];
        parameterGradients(0, dz, dzErrors, parameters);
        return new Backward(parameters, inputGradients(layers.get(0), dz, dzErrors));
    }

    private double[][] throughActivation(int index, double[][] da, double[][] daErrors) {
        Topology.Dense layer = layers.get(index).description();
        double[][] dzErrors = new double[da.length][];
        for (int row = 0; row < da.length; row++) {
            dzErrors[row] = ActivationErrors.backward(
                    layer.activation(),
                    layer.alpha(),
                    layers.get(index).z()[row],
                    zErrors[index][row],
                    aErrors[index][row],
                    da[row],
                    daErrors[row]);
        }
        return dzErrors;
    }

    private void parameterGradients(int index, double[][] dz, double[][] dzErrors, double[] parameters) {
        Topology.Dense layer = layers.get(index).description();
        double[][] x = layers.get(index).x();
        double[][] xErrors = inputErrors(index);
        for (int j = 0; j < layer.units(); j++) {
            for (int i = 0; i < layer.inputs(); i++) {
                ErrorSum weight = new ErrorSum();
                for (int row = 0; row < dz.length; row++) {
                    weight.product(x[row][i], xErrors[row][i], dz[row][j], dzErrors[row][j]);
                }
                parameters[layer.weightsOffset() + i * layer.units() + j] = weight.deviation();
            }
            if (layer.bias()) {
                ErrorSum bias = new ErrorSum();
                for (int row = 0; row < dz.length; row++) {
                    bias.product(1, 0, dz[row][j], dzErrors[row][j]);
                }
                parameters[layer.biasesOffset() + j] = bias.deviation();
            }
        }
    }

    private static double[][] inputGradients(ReferenceLayer layer, double[][] dz, double[][] dzErrors) {
        double[][] errors = new double[dz.length][layer.description().inputs()];
        for (int row = 0; row < dz.length; row++) {
            for (int i = 0; i < errors[row].length; i++) {
                ErrorSum dx = new ErrorSum();
                for (int j = 0; j < layer.description().units(); j++) {
                    dx.product(layer.weight(i, j), 0, dz[row][j], dzErrors[row][j]);
                }
                errors[row][i] = dx.deviation();
            }
        }
        return errors;
    }

    private static double[][] zeros(double[][] like) {
        return new double[like.length][like[0].length];
    }
}
