package dev.netwright.benchmarks.work;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What every peer gets for a work: the same parameters, samples and targets.
 *
 * @param work       the work
 * @param parameters each layer's weights, {@code weightRows x weightColumns}, and then its biases
 * @param inputs     {@code rows x inputSize}
 * @param labels     {@code rows x 1}; empty where the network is no classifier
 * @param targets    {@code rows x outputSize}; for a classifier 1 at the label and 0 elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Task(Work work, float[] parameters, float[] inputs, int[] labels, float[] targets) {
    private static final long SEED = 20;

    /** The same every time. */
    public static Task of(Work work) {
        SplittableRandom random = new SplittableRandom(SEED);
        Shape shape = work.shape();
        float[] inputs = new float[work.rows() * shape.inputSize()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) (2 * random.nextDouble() - 1);
        }
        int outputs = shape.outputSize();
        float[] targets = new float[work.rows() * outputs];
        int[] labels = new int[shape.isClassifier() ? work.rows() : 0];
        for (int row = 0; row < work.rows(); row++) {
            if (shape.isClassifier()) {
                labels[row] = random.nextInt(outputs);
                targets[row * outputs + labels[row]] = 1f;
            } else {
                for (int column = 0; column < outputs; column++) {
                    targets[row * outputs + column] = (float) (random.nextDouble() - 0.5);
                }
            }
        }
        return new Task(work, parameters(shape, random), inputs, labels, targets);
    }

    /** Glorot's uniform start for the weights, and small biases that are not 0, so that a lost one is found. */
    private static float[] parameters(Shape shape, SplittableRandom random) {
        float[] parameters = new float[shape.parameterCount()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            double limit = Math.sqrt(6.0 / (shape.weightRows(layer) + fanOut(shape, layer)));
            int biases = shape.biasesOffset(layer);
            for (int i = shape.weightsOffset(layer); i < biases + shape.weightColumns(layer); i++) {
                double scale = i < biases ? limit : 0.1;
                parameters[i] = (float) (scale * (2 * random.nextDouble() - 1));
            }
        }
        return parameters;
    }

    private static int fanOut(Shape shape, int layer) {
        if (!shape.isConvolution(layer)) {
            return shape.units(layer);
        }
        Convolution convolution = shape.convolutions().get(layer);
        return convolution.kernel() * convolution.kernel() * convolution.filters();
    }

    /** A copy of one layer's weights, {@code weightRows x weightColumns}. */
    public float[] weights(int layer) {
        Shape shape = work.shape();
        return Arrays.copyOfRange(parameters, shape.weightsOffset(layer), shape.biasesOffset(layer));
    }

    /** A copy of one layer's biases. */
    public float[] biases(int layer) {
        Shape shape = work.shape();
        return Arrays.copyOfRange(
                parameters, shape.biasesOffset(layer), shape.biasesOffset(layer) + shape.weightColumns(layer));
    }
}
