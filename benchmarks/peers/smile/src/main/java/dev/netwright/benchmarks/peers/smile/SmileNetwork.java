package dev.netwright.benchmarks.peers.smile;

import dev.netwright.benchmarks.peer.Refusal;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Task;
import smile.base.mlp.Cost;
import smile.base.mlp.HiddenLayerBuilder;
import smile.base.mlp.Layer;
import smile.base.mlp.MultilayerPerceptron;
import smile.base.mlp.OutputFunction;
import smile.base.mlp.OutputLayer;
import smile.math.TimeFunction;
import smile.math.matrix.Matrix;

/** Smile's perceptron as its own classifier drives it: sample by sample, and one update for a batch. */
final class SmileNetwork extends MultilayerPerceptron implements Session {
    private static final long serialVersionUID = 1L;

    private final transient Task task;
    private final transient Shape shape;
    private final transient double[][] inputs;
    private final transient double[][] targets;
    private final transient float[] outputs;

    SmileNetwork(Task task) {
        super(layers(task));
        this.task = task;
        shape = task.work().shape();
        inputs = rows(task.inputs(), shape.inputSize());
        targets = rows(task.targets(), shape.outputSize());
        outputs = new float[task.targets().length];
        // Its gradient of the squared error lacks the factor 2 and the mean over the outputs.
        double scale = shape.isClassifier() ? 1 : 2.0 / shape.outputSize();
        lambda = 0;
        learningRate = TimeFunction.constant(task.work().rule().learningRate() * scale);
    }

    /** The input layer, the hidden ones and the output layer, with the task's parameters. */
    private static Layer[] layers(Task task) {
        Shape shape = task.work().shape();
        Layer[] layers = new Layer[shape.layers() + 1];
        layers[0] = Layer.input(shape.inputSize()).build(0);
        for (int layer = 0; layer < shape.layers(); layer++) {
            boolean isLast = layer == shape.layers() - 1;
            layers[layer + 1] = isLast ? output(shape) : hidden(shape, layer);
            copyTo(task, layer, new Access(layers[layer + 1]));
        }
        return layers;
    }

    private static Layer hidden(Shape shape, int layer) {
        HiddenLayerBuilder builder = switch (shape.activation(layer)) {
            case TANH -> Layer.tanh(shape.units(layer));
            case RELU -> Layer.rectifier(shape.units(layer));
            default -> Layer.linear(shape.units(layer));
        };
        return builder.build(shape.inputs(layer));
    }

    private static Layer output(Shape shape) {
        int last = shape.layers() - 1;
        return switch (shape.activation(last)) {
            case SOFTMAX ->
                new OutputLayer(shape.units(last), shape.inputs(last), OutputFunction.SOFTMAX, Cost.LIKELIHOOD);
            case IDENTITY ->
                new OutputLayer(shape.units(last), shape.inputs(last), OutputFunction.LINEAR, Cost.MEAN_SQUARED_ERROR);
            default -> throw new Refusal("has no output layer with this activation");
        };
    }

    private static void copyTo(Task task, int layer, Access access) {
        Shape shape = task.work().shape();
        int units = shape.units(layer);
        for (int j = 0; j < units; j++) {
            for (int i = 0; i < shape.inputs(layer); i++) {
                access.weights().set(j, i, task.parameters()[shape.weightsOffset(layer) + i * units + j]);
            }
            access.biases()[j] = task.parameters()[shape.biasesOffset(layer) + j];
        }
    }

    private static double[][] rows(float[] values, int columns) {
        double[][] rows = new double[values.length / columns][columns];
        for (int i = 0; i < values.length; i++) {
            rows[i / columns][i % columns] = values[i];
        }
        return rows;
    }

    @Override
    public float run() {
        boolean trains = task.work().kind() == Kind.TRAINING;
        int width = shape.outputSize();
        for (int row = 0; row < inputs.length; row++) {
            propagate(inputs[row], trains);
            if (trains) {
                System.arraycopy(targets[row], 0, target.get(), 0, width);
                backpropagate(false);
            } else {
                double[] computed = output.output();
                for (int j = 0; j < width; j++) {
                    outputs[row * width + j] = (float) computed[j];
                }
            }
        }
        if (trains) {
            update(inputs.length);
            t++;
        }
        return outputs[0];
    }

    @Override
    public float[] outputs() {
        return outputs;
    }

    @Override
    public float[] parameters() {
        float[] parameters = new float[shape.parameterCount()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            Access access = new Access(layer == shape.layers() - 1 ? output : net[layer + 1]);
            int units = shape.units(layer);
            for (int j = 0; j < units; j++) {
                for (int i = 0; i < shape.inputs(layer); i++) {
                    parameters[shape.weightsOffset(layer) + i * units + j] =
                            (float) access.weights().get(j, i);
                }
                parameters[shape.biasesOffset(layer) + j] = (float) access.biases()[j];
            }
        }
        return parameters;
    }

    /** A layer's own fields, which Smile has no way to set. */
    @SuppressWarnings("ArrayRecordComponent") // The live array is what is wanted.
    private record Access(Matrix weights, double[] biases) {
        Access(Layer layer) {
            this((Matrix) field(layer, "weight"), (double[]) field(layer, "bias"));
        }

        private static Object field(Layer layer, String name) {
            try {
                var field = Layer.class.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(layer);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
