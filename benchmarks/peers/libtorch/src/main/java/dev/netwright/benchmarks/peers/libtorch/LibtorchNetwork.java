package dev.netwright.benchmarks.peers.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Task;
import java.util.ArrayList;
import java.util.List;

/** Weights as PyTorch's linear layers have them, {@code units x inputs}, and the forward pass. */
final class LibtorchNetwork {
    private final Shape shape;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> biases = new ArrayList<>();

    LibtorchNetwork(Task task, NDManager manager) {
        shape = task.work().shape();
        for (int layer = 0; layer < shape.layers(); layer++) {
            int inputs = shape.inputs(layer);
            int units = shape.units(layer);
            weights.add(manager.create(
                    transposed(task.weights(layer), inputs, units), new ai.djl.ndarray.types.Shape(units, inputs)));
            biases.add(manager.create(task.biases(layer)));
        }
    }

    private static float[] transposed(float[] values, int rows, int columns) {
        float[] transposed = new float[values.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                transposed[c * rows + r] = values[r * columns + c];
            }
        }
        return transposed;
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
            NDArray z = Linear.linear(a, weights.get(layer), biases.get(layer)).singletonOrThrow();
            a = layer == shape.layers() - 1 ? z : activate(layer, z);
        }
        return a;
    }

    /** The outputs of the last layer. */
    NDArray outputs(NDArray logits) {
        return activate(shape.layers() - 1, logits);
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
        float[] parameters = new float[shape.parameterCount()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            float[] w = transposed(weights.get(layer).toFloatArray(), shape.units(layer), shape.inputs(layer));
            System.arraycopy(w, 0, parameters, shape.weightsOffset(layer), w.length);
            float[] b = biases.get(layer).toFloatArray();
            System.arraycopy(b, 0, parameters, shape.biasesOffset(layer), b.length);
        }
        return parameters;
    }
}
