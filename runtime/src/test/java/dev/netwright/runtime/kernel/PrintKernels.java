package dev.netwright.runtime.kernel;

import dev.netwright.runtime.Samples;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.training.HandWritten;
import dev.netwright.runtime.training.Trainer;
import java.util.Arrays;

/** A program that prints which kernels it runs on, and a number for all bits of a small training run. */
final class PrintKernels {
    private PrintKernels() {}

    public static void main(String[] arguments) {
        HandWritten network = new HandWritten(5, 35, 3, 1);
        Dataset data = Dataset.of(Samples.random(80, 5, 2), 5, Samples.random(80, 3, 3), 3);
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(0.01f))
                .batchSize(70)
                .epochs(2)
                .threads(2)
                .fit(data);
        float[] outputs = network.predict(data.features(), data.rows());
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = ActivationMath.gelu(ActivationMath.tanh(outputs[i])) + ActivationMath.mish(outputs[i]);
        }
        System.out.println("kernels: " + Kernels.description());
        System.out.println("bits: " + Arrays.hashCode(network.parameters()) + " " + Arrays.hashCode(outputs));
    }
}
