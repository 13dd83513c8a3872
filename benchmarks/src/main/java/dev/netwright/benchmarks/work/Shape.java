package dev.netwright.benchmarks.work;

import dev.netwright.annotations.Activation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of a network of dense layers.
 *
 * @param sizes       columns of the input, and then the units of each layer
 * @param activations of each layer
 */
public record Shape(List<Integer> sizes, List<Activation> activations) {
    /** Copies the lists. */
    public Shape {
        sizes = List.copyOf(sizes);
        activations = List.copyOf(activations);
        if (sizes.size() != activations.size() + 1 || activations.isEmpty()) {
            throw new IllegalArgumentException("A shape needs one activation a layer: " + sizes + ", " + activations);
        }
    }

    /** One dense layer with no activation. */
    public static Shape dense(int inputs, int units) {
        return new Shape(List.of(inputs, units), List.of(Activation.IDENTITY));
    }

    /** Such as {@code 784-128-10}. */
    public String name() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("-"));
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

    /** Columns of the network's input. */
    public int inputSize() {
        return sizes.get(0);
    }

    /** Columns of the network's output. */
    public int outputSize() {
        return sizes.get(sizes.size() - 1);
    }

    /** Where a layer's weights, {@code inputs x units}, start among all parameters; its biases follow. */
    public int weightsOffset(int layer) {
        int offset = 0;
        for (int before = 0; before < layer; before++) {
            offset += (inputs(before) + 1) * units(before);
        }
        return offset;
    }

    /** Where a layer's biases start. */
    public int biasesOffset(int layer) {
        return weightsOffset(layer) + inputs(layer) * units(layer);
    }

    /** Weights and biases. */
    public int parameterCount() {
        return weightsOffset(layers());
    }

    /** Multiply-adds of the forward pass of one sample. */
    public long multiplyAdds() {
        long sum = 0;
        for (int layer = 0; layer < layers(); layer++) {
            sum += (long) inputs(layer) * units(layer);
        }
        return sum;
    }

    /** Whether it ends in probabilities of classes, and so learns from labels by cross-entropy. */
    public boolean isClassifier() {
        return activation(layers() - 1) == Activation.SOFTMAX;
    }
}
