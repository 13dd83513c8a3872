package dev.netwright.benchmarks.peer;

import dev.netwright.annotations.Activation;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Task;

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
            int inputs = shape.inputs(layer);
            int units = shape.units(layer);
            weights[layer] = new double[units][inputs];
            weightGradients[layer] = new double[units][inputs];
            biases[layer] = new double[units];
            biasGradients[layer] = new double[units];
            activations[layer + 1] = new double[units];
            deltas[layer] = new double[units];
            for (int j = 0; j < units; j++) {
                for (int i = 0; i < inputs; i++) {
                    weights[layer][j][i] = task.parameters()[shape.weightsOffset(layer) + i * units + j];
                }
                biases[layer][j] = task.parameters()[shape.biasesOffset(layer) + j];
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
            for (int j = 0; j < a.length; j++) {
                double z = biases[layer][j];
                for (int i = 0; i < x.length; i++) {
                    z += weights[layer][j][i] * x[i];
                }
                a[j] = activate(shape.activation(layer), z);
            }
            if (shape.activation(layer) == Activation.SOFTMAX) {
                normalize(a);
            }
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
            double[] x = activations[layer];
            for (int j = 0; j < deltas[layer].length; j++) {
                for (int i = 0; i < x.length; i++) {
                    weightGradients[layer][j][i] += deltas[layer][j] * x[i];
                }
                biasGradients[layer][j] += deltas[layer][j];
            }
            if (layer > 0) {
                for (int i = 0; i < x.length; i++) {
                    double sum = 0;
                    for (int j = 0; j < deltas[layer].length; j++) {
                        sum += weights[layer][j][i] * deltas[layer][j];
                    }
                    deltas[layer - 1][i] = sum * derivative(shape.activation(layer - 1), x[i]);
                }
            }
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
            int units = shape.units(layer);
            for (int j = 0; j < units; j++) {
                for (int i = 0; i < shape.inputs(layer); i++) {
                    parameters[shape.weightsOffset(layer) + i * units + j] = (float) weights[layer][j][i];
                }
                parameters[shape.biasesOffset(layer) + j] = (float) biases[layer][j];
            }
        }
        return parameters;
    }
}
