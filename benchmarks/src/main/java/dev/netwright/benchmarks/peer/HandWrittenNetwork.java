package dev.netwright.benchmarks.peer;

import dev.netwright.annotations.Activation;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Task;

/**
 * A network in single precision whose inner loops run over arrays from their start, so that C2 vectorises them: a row of
 * weights has the units of one input, and four rows are added at a time.
 */
final class HandWrittenNetwork implements Session {
    private final Task task;
    private final Shape shape;
    private final boolean trains;
    private final float[][][] weights;
    private final float[][] biases;
    private final float[][][] weightGradients;
    private final float[][] biasGradients;
    private final float[][] activations;
    private final float[][] deltas;
    private final FloatRule rule;
    private final float[] outputs;

    HandWrittenNetwork(Task task) {
        this.task = task;
        shape = task.work().shape();
        trains = task.work().kind() == Kind.TRAINING;
        int layers = shape.layers();
        weights = new float[layers][][];
        biases = new float[layers][];
        weightGradients = new float[layers][][];
        biasGradients = new float[layers][];
        activations = new float[layers + 1][];
        deltas = new float[layers][];
        activations[0] = new float[shape.inputSize()];
        for (int layer = 0; layer < layers; layer++) {
            int inputs = shape.inputs(layer);
            int units = shape.units(layer);
            weights[layer] = new float[inputs][units];
            weightGradients[layer] = new float[trains ? inputs : 0][units];
            for (int i = 0; i < inputs; i++) {
                int row = shape.weightsOffset(layer) + i * units;
                System.arraycopy(task.parameters(), row, weights[layer][i], 0, units);
            }
            biases[layer] = task.biases(layer);
            biasGradients[layer] = new float[units];
            activations[layer + 1] = new float[units];
            deltas[layer] = new float[units];
        }
        rule = new FloatRule(task.work().rule());
        outputs = new float[task.targets().length];
    }

    @Override
    public float run() {
        int rows = task.work().rows();
        int width = shape.outputSize();
        for (int row = 0; row < rows; row++) {
            System.arraycopy(task.inputs(), row * shape.inputSize(), activations[0], 0, shape.inputSize());
            for (int layer = 0; layer < shape.layers(); layer++) {
                forward(weights[layer], biases[layer], activations[layer], activations[layer + 1]);
                activate(shape.activation(layer), activations[layer + 1]);
            }
            System.arraycopy(activations[shape.layers()], 0, outputs, row * width, width);
            if (trains) {
                backward(row);
            }
        }
        if (trains) {
            update(rows);
        }
        return outputs[0];
    }

    private static void forward(float[][] weights, float[] biases, float[] x, float[] z) {
        System.arraycopy(biases, 0, z, 0, z.length);
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            addFour(x[i], weights[i], x[i + 1], weights[i + 1], x[i + 2], weights[i + 2], x[i + 3], weights[i + 3], z);
        }
        for (; i < x.length; i++) {
            add(x[i], weights[i], z);
        }
    }

    private static void addFour(
            float x0, float[] w0, float x1, float[] w1, float x2, float[] w2, float x3, float[] w3, float[] z) {
        for (int j = 0; j < z.length; j++) {
            z[j] += x0 * w0[j] + x1 * w1[j] + x2 * w2[j] + x3 * w3[j];
        }
    }

    private static void add(float x, float[] w, float[] z) {
        for (int j = 0; j < z.length; j++) {
            z[j] += x * w[j];
        }
    }

    private static void activate(Activation activation, float[] z) {
        switch (activation) {
            case TANH -> {
                for (int j = 0; j < z.length; j++) {
                    z[j] = (float) Math.tanh(z[j]);
                }
            }
            case RELU -> {
                for (int j = 0; j < z.length; j++) {
                    z[j] = Math.max(0f, z[j]);
                }
            }
            case SOFTMAX -> softmax(z);
            default -> {}
        }
    }

    private static void softmax(float[] z) {
        float largest = z[0];
        for (float value : z) {
            largest = Math.max(largest, value);
        }
        float sum = 0;
        for (int j = 0; j < z.length; j++) {
            z[j] = (float) Math.exp(z[j] - largest);
            sum += z[j];
        }
        for (int j = 0; j < z.length; j++) {
            z[j] /= sum;
        }
    }

    private void backward(int row) {
        int last = shape.layers() - 1;
        float[] output = activations[last + 1];
        float scale = shape.isClassifier() ? 1f : 2f / output.length;
        for (int j = 0; j < output.length; j++) {
            deltas[last][j] = scale * (output[j] - task.targets()[row * output.length + j]);
        }
        if (!shape.isClassifier()) {
            multiplyByDerivative(shape.activation(last), output, deltas[last]);
        }
        for (int layer = last; layer >= 0; layer--) {
            float[] x = activations[layer];
            float[] delta = deltas[layer];
            for (int i = 0; i < x.length; i++) {
                add(x[i], delta, weightGradients[layer][i]);
            }
            add(1f, delta, biasGradients[layer]);
            if (layer > 0) {
                for (int i = 0; i < x.length; i++) {
                    deltas[layer - 1][i] = dot(weights[layer][i], delta);
                }
                multiplyByDerivative(shape.activation(layer - 1), x, deltas[layer - 1]);
            }
        }
    }

    /** Four sums, since Java does not let the compiler split one. */
    private static float dot(float[] w, float[] delta) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int j = 0;
        for (; j + 3 < delta.length; j += 4) {
            sum0 += w[j] * delta[j];
            sum1 += w[j + 1] * delta[j + 1];
            sum2 += w[j + 2] * delta[j + 2];
            sum3 += w[j + 3] * delta[j + 3];
        }
        for (; j < delta.length; j++) {
            sum0 += w[j] * delta[j];
        }
        return sum0 + sum1 + sum2 + sum3;
    }

    private static void multiplyByDerivative(Activation activation, float[] a, float[] delta) {
        if (activation == Activation.TANH) {
            for (int j = 0; j < delta.length; j++) {
                delta[j] *= 1 - a[j] * a[j];
            }
        } else if (activation == Activation.RELU) {
            for (int j = 0; j < delta.length; j++) {
                delta[j] = a[j] > 0 ? delta[j] : 0;
            }
        }
    }

    private void update(int rows) {
        rule.nextStep();
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (int i = 0; i < weights[layer].length; i++) {
                rule.move(weights[layer][i], weightGradients[layer][i], rows);
            }
            rule.move(biases[layer], biasGradients[layer], rows);
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
            for (int i = 0; i < shape.inputs(layer); i++) {
                System.arraycopy(weights[layer][i], 0, parameters, shape.weightsOffset(layer) + i * units, units);
            }
            System.arraycopy(biases[layer], 0, parameters, shape.biasesOffset(layer), units);
        }
        return parameters;
    }
}
