package dev.netwright.benchmarks.work;

import dev.netwright.annotations.Activation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The shape of a network: convolutions, if it has any, and then dense layers.
 *
 * @param name         such as {@code 784-128-10}
 * @param convolutions its first layers
 * @param sizes        columns of the input, and then of what each layer gives
 * @param activations  of each layer
 */
public record Shape(String name, List<Convolution> convolutions, List<Integer> sizes, List<Activation> activations)
        implements Model {
    /** Copies the lists. */
    public Shape {
        convolutions = List.copyOf(convolutions);
        sizes = List.copyOf(sizes);
        activations = List.copyOf(activations);
        if (sizes.size() != activations.size() + 1 || activations.isEmpty()) {
            throw new IllegalArgumentException("A shape needs one activation a layer: " + sizes + ", " + activations);
        }
        for (int layer = 0; layer < convolutions.size(); layer++) {
            Convolution convolution = convolutions.get(layer);
            if (convolution.inputSize() != sizes.get(layer) || convolution.outputSize() != sizes.get(layer + 1)) {
                throw new IllegalArgumentException(convolution + " does not lie between these columns: " + sizes);
            }
        }
    }

    /** Dense layers alone, with a name of their sizes. */
    public Shape(List<Integer> sizes, List<Activation> activations) {
        this(sizes.stream().map(String::valueOf).collect(Collectors.joining("-")), List.of(), sizes, activations);
    }

    /** One dense layer with no activation. */
    public static Shape dense(int inputs, int units) {
        return new Shape(List.of(inputs, units), List.of(Activation.IDENTITY));
    }

    /** Whether a layer is a convolution. */
    public boolean isConvolution(int layer) {
        return layer < convolutions.size();
    }

    @Override
    public boolean isDense() {
        return convolutions.isEmpty();
    }

    /** Layers. */
    public int layers() {
        return activations.size();
    }

    /** Columns of a layer's input. */
    public int inputs(int layer) {
        return sizes.get(layer);
    }

    /** Columns of a layer's output. */
    public int units(int layer) {
        return sizes.get(layer + 1);
    }

    /** The activation of a layer. */
    public Activation activation(int layer) {
        return activations.get(layer);
    }

    @Override
    public int inputSize() {
        return sizes.get(0);
    }

    @Override
    public int outputSize() {
        return sizes.get(sizes.size() - 1);
    }

    /** The inputs that one unit sees: the rows of a layer's weights. */
    public int weightRows(int layer) {
        return isConvolution(layer) ? convolutions.get(layer).patchSize() : inputs(layer);
    }

    /** Units or filters: the columns of a layer's weights, and its biases. */
    public int weightColumns(int layer) {
        return isConvolution(layer) ? convolutions.get(layer).filters() : units(layer);
    }

    /** Where a layer's weights, {@code weightRows x weightColumns}, start among all parameters; its biases follow. */
    public int weightsOffset(int layer) {
        int offset = 0;
        for (int before = 0; before < layer; before++) {
            offset += (weightRows(before) + 1) * weightColumns(before);
        }
        return offset;
    }

    /** Where a layer's biases start. */
    public int biasesOffset(int layer) {
        return weightsOffset(layer) + weightRows(layer) * weightColumns(layer);
    }

    /** Weights and biases. */
    public int parameterCount() {
        return weightsOffset(layers());
    }

    /** Multiply-adds of the forward pass of one sample through a layer. */
    public long multiplyAdds(int layer) {
        return isConvolution(layer) ? convolutions.get(layer).multiplyAdds() : (long) inputs(layer) * units(layer);
    }

    @Override
    public long multiplyAdds() {
        long sum = 0;
        for (int layer = 0; layer < layers(); layer++) {
            sum += multiplyAdds(layer);
        }
        return sum;
    }

    @Override
    public long multiplyAddsOfInputs() {
        return multiplyAdds(0);
    }

    @Override
    public boolean isClassifier() {
        return activation(layers() - 1) == Activation.SOFTMAX;
    }

    /** Glorot's uniform start for the weights, and small biases that are not 0, so that a lost one is found. */
    @Override
    public float[] parameters(SplittableRandom random) {
        float[] parameters = new float[parameterCount()];
        for (int layer = 0; layer < layers(); layer++) {
            double limit = Math.sqrt(6.0 / (weightRows(layer) + fanOut(layer)));
            int biases = biasesOffset(layer);
            for (int i = weightsOffset(layer); i < biases + weightColumns(layer); i++) {
                double scale = i < biases ? limit : 0.1;
                parameters[i] = (float) (scale * (2 * random.nextDouble() - 1));
            }
        }
        return parameters;
    }

    private int fanOut(int layer) {
        if (!isConvolution(layer)) {
            return units(layer);
        }
        Convolution convolution = convolutions.get(layer);
        return convolution.kernel() * convolution.kernel() * convolution.filters();
    }

    @Override
    public float feature(int column, SplittableRandom random) {
        return (float) (2 * random.nextDouble() - 1);
    }
}
