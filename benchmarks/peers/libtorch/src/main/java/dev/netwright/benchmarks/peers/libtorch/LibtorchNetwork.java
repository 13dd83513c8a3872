package dev.netwright.benchmarks.peers.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import dev.netwright.benchmarks.work.Convolution;
import dev.netwright.benchmarks.work.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Weights as PyTorch's layers have them, and the forward pass. */
final class LibtorchNetwork {
    private static final Shape NO_PADDING = new Shape(0, 0);

    private final Task task;
    private final dev.netwright.benchmarks.work.Shape shape;
    private final List<ElementOrder> orders = new ArrayList<>();
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> biases = new ArrayList<>();

    LibtorchNetwork(Task task, NDManager manager) {
        this.task = task;
        shape = task.work().shape();
        for (int layer = 0; layer < shape.layers(); layer++) {
            ElementOrder order = orderOfWeights(layer);
            orders.add(order);
            weights.add(manager.create(order.toTorch(task.weights(layer)), shapeOfWeights(layer)));
            biases.add(manager.create(task.biases(layer)));
        }
    }

    private ElementOrder orderOfWeights(int layer) {
        if (shape.isConvolution(layer)) {
            return ElementOrder.ofWeights(shape.convolutions().get(layer));
        }
        boolean readsImage = layer > 0 && shape.isConvolution(layer - 1);
        int channels = readsImage ? shape.convolutions().get(layer - 1).filters() : shape.inputs(layer);
        return ElementOrder.ofWeights(shape.inputs(layer) / channels, channels, shape.units(layer));
    }

    private Shape shapeOfWeights(int layer) {
        if (shape.isConvolution(layer)) {
            Convolution convolution = shape.convolutions().get(layer);
            return new Shape(convolution.filters(), convolution.channels(), convolution.kernel(), convolution.kernel());
        }
        return new Shape(shape.units(layer), shape.inputs(layer));
    }

    /** The samples of the task. */
    NDArray inputs(NDManager manager) {
        int rows = task.work().rows();
        if (shape.isDense()) {
            return manager.create(task.inputs(), new Shape(rows, shape.inputSize()));
        }
        Convolution first = shape.convolutions().get(0);
        return manager.create(
                orderOfInputs().toTorch(task.inputs()),
                new Shape(rows, first.channels(), first.height(), first.width()));
    }

    /** How PyTorch has the samples. */
    ElementOrder orderOfInputs() {
        int channels = shape.isDense()
                ? shape.inputSize()
                : shape.convolutions().get(0).channels();
        return ElementOrder.ofImages(task.work().rows(), shape.inputSize() / channels, channels);
    }

    /** The targets of the task. */
    NDArray targets(NDManager manager) {
        return manager.create(task.targets(), new Shape(task.work().rows(), shape.outputSize()));
    }

    /** All arrays that learn. */
    List<NDArray> parameters() {
        List<NDArray> all = new ArrayList<>(weights);
        all.addAll(biases);
        return all;
    }

    /** The pre-activations of the last layer; what lies before is attached to the manager of the inputs. */
    NDArray logits(NDArray inputs) {
        NDArray a = inputs;
        for (int layer = 0; layer < shape.layers(); layer++) {
            if (shape.isConvolution(layer)) {
                a = convolution(layer, a);
            } else {
                NDArray x = layer > 0 && shape.isConvolution(layer - 1)
                        ? a.reshape(task.work().rows(), shape.inputs(layer))
                        : a;
                NDArray z =
                        Linear.linear(x, weights.get(layer), biases.get(layer)).singletonOrThrow();
                a = layer == shape.layers() - 1 ? z : activate(layer, z);
            }
        }
        return a;
    }

    private NDArray convolution(int layer, NDArray x) {
        NDArray z = Conv2d.conv2d(x, weights.get(layer), biases.get(layer)).singletonOrThrow();
        int pool = shape.convolutions().get(layer).pool();
        Shape window = new Shape(pool, pool);
        return Pool.maxPool2d(activate(layer, z), window, window, NO_PADDING, false);
    }

    /** The outputs of the last layer. */
    NDArray outputs(NDArray logits) {
        return activate(shape.layers() - 1, logits);
    }

    /** The mean over the samples of the loss that the task has. */
    NDArray loss(NDArray logits, NDArray targets) {
        if (shape.isClassifier()) {
            return logits.logSoftmax(1).mul(targets).sum().mul(-1f / task.work().rows());
        }
        return outputs(logits).sub(targets).square().mean();
    }

    private NDArray activate(int layer, NDArray z) {
        return switch (shape.activation(layer)) {
            case TANH -> Activation.tanh(z);
            case RELU -> Activation.relu(z);
            case SOFTMAX -> z.softmax(1);
            default -> z;
        };
    }

    /** The parameters in the layout that all share. */
    float[] flatParameters() {
        return flat(NDArray::toFloatArray);
    }

    /** Something of the arrays that learn, such as their gradients, in the layout of the parameters. */
    float[] flat(Function<NDArray, float[]> values) {
        float[] all = new float[shape.parameterCount()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            float[] w = orders.get(layer).fromTorch(values.apply(weights.get(layer)));
            System.arraycopy(w, 0, all, shape.weightsOffset(layer), w.length);
            float[] b = values.apply(biases.get(layer));
            System.arraycopy(b, 0, all, shape.biasesOffset(layer), b.length);
        }
        return all;
    }
}
