package dev.netwright.benchmarks.work;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What every peer gets for a work: the same parameters, samples and targets.
 *
 * @param work       the work
 * @param parameters each layer's weights, {@code weightRows x weightColumns}, and then its biases; empty where Netwright alone has the
 *                   network, which then starts as its networks do
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
        Model model = work.model();
        float[] inputs = new float[work.rows() * model.inputSize()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = model.feature(i % model.inputSize(), random);
        }
        int outputs = model.outputSize();
        float[] targets = new float[work.rows() * outputs];
        int[] labels = new int[model.isClassifier() ? work.rows() : 0];
        for (int row = 0; row < work.rows(); row++) {
            if (model.isClassifier()) {
                labels[row] = random.nextInt(outputs);
                targets[row * outputs + labels[row]] = 1f;
            } else {
                for (int column = 0; column < outputs; column++) {
                    targets[row * outputs + column] = (float) (random.nextDouble() - 0.5);
                }
            }
        }
        return new Task(work, model.parameters(random), inputs, labels, targets);
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
