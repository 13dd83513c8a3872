package dev.netwright.benchmarks.peer;

import dev.netwright.annotations.Activation;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Forward, backward and update, sample by sample. */
final class TextbookNetwork implements Session {
    private final Task task;
    private final Shape shape;
    private final double[][][] weights;
    private final double[][] biases;
    private final double[][][] weightGradients;
    private final double[][] biasGradients;
    private final double[][] activations;
    private final double[][] deltas;
    private final List<TextbookConvolution> convolutions = new ArrayList<>();
    private final DoubleRule rule;
    private final float[] outputs;

    TextbookNetwork(Task task) {
        this.task = task;
        shape = task.work().shape();
        int layers = shape.layers();
        weights = new double[layers][][];
        biases = new double[layers][];
        weightGradients = new double[layers][][];
        biasGradients = new double[layers][];
        activations = new double[layers + 1][];
        deltas = new double[layers][];
        activations[0] = new double[shape.inputSize()];
        for (int layer = 0; layer < layers; layer++) {
            int rows = shape.weightRows(layer);
            int columns = shape.weightColumns(layer);
            weights[layer] = new double[columns][rows];
            weightGradients[layer] = new double[columns][rows];
            biases[layer] = new double[columns];
            biasGradients[layer] = new double[columns];
            activations[layer + 1] = new double[shape.units(layer)];
            deltas[layer] = new double[shape.units(layer)];
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i < rows; i++) {
                    weights[layer][j][i] = task.parameters()[shape.weightsOffset(layer) + i * columns + j];
                }
                biases[layer][j] = task.parameters()[shape.biasesOffset(layer) + j];
            }
            if (shape.isConvolution(layer)) {
                convolutions.add(
                        new TextbookConvolution(shape.convolutions().get(layer), weights[layer], biases[layer]));
            }
        }
        rule = new DoubleRule(task.work().rule());
        outputs = new float[task.targets().length];
    }

    @Override
    public float run() {
        int width = shape.outputSize();
        for (int row = 0; row < task.work().rows(); row++) {
            forward(row);
            double[] output = activations[shape.layers()];
            for (int j = 0; j < width; j++) {
                outputs[row * width + j] = (float) output[j];
            }
            if (task.work().kind() == Kind.TRAINING) {
                backward(row);
            }
        }
        if (task.work().kind() == Kind.TRAINING) {
            update();
        }
        return outputs[0];
    }

    private void forward(int row) {
        for (int i = 0; i < shape.inputSize(); i++) {
            activations[0][i] = task.inputs()[row * shape.inputSize() + i];
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            double[] x = activations[layer];
            double[] a = activations[layer + 1];
            if (shape.isConvolution(layer)) {
                convolutions.get(layer).forward(x, a);
            } else {
                multiply(weights[layer], biases[layer], x, a);
            }
            for (int j = 0; j < a.length; j++) {
                a[j] = activate(shape.activation(layer), a[j]);
            }
            if (shape.activation(layer) == Activation.SOFTMAX) {
                normalize(a);
            }
        }
    }

    private static void multiply(double[][] weights, double[] biases, double[] x, double[] z) {
        for (int j = 0; j < z.length; j++) {
            double sum = biases[j];
            for (int i = 0; i < x.length; i++) {
                sum += weights[j][i] * x[i];
            }
            z[j] = sum;
        }
    }

    private static double activate(Activation activation, double z) {
        return switch (activation) {
            case TANH -> Math.tanh(z);
            case RELU -> Math.max(0, z);
            case SOFTMAX -> Math.exp(z);
            default -> z;
        };
    }

    private static void normalize(double[] exponentials) {
        double sum = 0;
        for (double exponential : exponentials) {
            sum += exponential;
        }
        for (int j = 0; j < exponentials.length; j++) {
            exponentials[j] /= sum;
        }
    }

    private void backward(int row) {
        int last = shape.layers() - 1;
        double[] output = activations[last + 1];
        for (int j = 0; j < output.length; j++) {
            double difference = output[j] - task.targets()[row * output.length + j];
            deltas[last][j] = shape.isClassifier()
                    ? difference
                    : 2 * difference / output.length * derivative(shape.activation(last), output[j]);
        }
        for (int layer = last; layer >= 0; layer--) {
            addGradients(layer);
            if (layer > 0) {
                inputGradients(layer, deltas[layer - 1]);
                for (int i = 0; i < deltas[layer - 1].length; i++) {
                    deltas[layer - 1][i] *= derivative(shape.activation(layer - 1), activations[layer][i]);
                }
            }
        }
    }

    private void addGradients(int layer) {
        double[] x = activations[layer];
        if (shape.isConvolution(layer)) {
            convolutions.get(layer).addGradients(x, deltas[layer], weightGradients[layer], biasGradients[layer]);
            return;
        }
        for (int j = 0; j < deltas[layer].length; j++) {
            for (int i = 0; i < x.length; i++) {
                weightGradients[layer][j][i] += deltas[layer][j] * x[i];
            }
            biasGradients[layer][j] += deltas[layer][j];
        }
    }

    private void inputGradients(int layer, double[] gradients) {
        if (shape.isConvolution(layer)) {
            Arrays.fill(gradients, 0);
            convolutions.get(layer).addInputGradients(deltas[layer], gradients);
            return;
        }
        for (int i = 0; i < gradients.length; i++) {
            double sum = 0;
            for (int j = 0; j < deltas[layer].length; j++) {
                sum += weights[layer][j][i] * deltas[layer][j];
            }
            gradients[i] = sum;
        }
    }

    private static double derivative(Activation activation, double a) {
        return switch (activation) {
            case TANH -> 1 - a * a;
            case RELU -> a > 0 ? 1 : 0;
            default -> 1;
        };
    }

    private void update() {
        rule.nextStep();
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (int j = 0; j < weights[layer].length; j++) {
                rule.move(
                        weights[layer][j],
                        weightGradients[layer][j],
                        task.work().rows());
            }
            rule.move(biases[layer], biasGradients[layer], task.work().rows());
        }
    }

    @Override
    public float[] outputs() {
        return outputs;
    }

    @Override
    public float[] parameters() {
        float[] parameters = new float[shape.parameterCount()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            int columns = shape.weightColumns(layer);
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i < shape.weightRows(layer); i++) {
                    parameters[shape.weightsOffset(layer) + i * columns + j] = (float) weights[layer][j][i];
                }
                parameters[shape.biasesOffset(layer) + j] = (float) biases[layer][j];
            }
        }
        return parameters;
    }
}
