package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import java.util.Arrays;
import java.util.Random;

/** All four forms of {@code predict}, rows at once and one by one, in turns with others, and passes: the same bits. */
final class PredictionCheck {
    private PredictionCheck() {}

    static void check(Network network, float[] inputs, int rows, Random random) {
        Pass pass = network.newPass(rows);
        pass.forward(inputs, rows);
        float[] expected = pass.outputs().clone();
        assertThat(network.predict(inputs, rows)).as("predict(inputs, rows)").isEqualTo(expected);
        float[] outputs = filled(rows * network.outputSize());
        network.predict(inputs, rows, outputs);
        assertThat(outputs).as("predict(inputs, rows, outputs)").isEqualTo(expected);

        float[] oneByOne = filled(expected.length);
        float[] oneByOneInto = filled(expected.length);
        float[] output = filled(network.outputSize());
        for (int row = 0; row < rows; row++) {
            float[] input = Arrays.copyOfRange(inputs, row * network.inputSize(), (row + 1) * network.inputSize());
            int at = row * output.length;
            System.arraycopy(network.predict(input), 0, oneByOne, at, output.length);
            // What other samples leave behind in the pass that is used again.
            network.predict(inputs, 1 + random.nextInt(rows));
            network.predict(input, output);
            System.arraycopy(output, 0, oneByOneInto, at, output.length);
        }
        assertThat(oneByOne).as("predict(input)").isEqualTo(expected);
        assertThat(oneByOneInto).as("predict(input, output)").isEqualTo(expected);

        int block = 1 + random.nextInt(rows);
        assertThat(outputsOfPass(network, inputs, rows, block))
                .as("blocks of %d", block)
                .isEqualTo(expected);
        assertThat(network.copy().predict(inputs, rows)).as("copy().predict").isEqualTo(expected);
    }

    private static float[] outputsOfPass(Network network, float[] inputs, int rows, int block) {
        Pass pass = network.newPass(block);
        float[] outputs = filled(rows * network.outputSize());
        for (int first = 0; first < rows; first += block) {
            int count = Math.min(block, rows - first);
            pass.forward(inputs, first, count);
            System.arraycopy(pass.outputs(), 0, outputs, first * network.outputSize(), count * network.outputSize());
        }
        return outputs;
    }

    private static float[] filled(int length) {
        float[] values = new float[length];
        Arrays.fill(values, Float.NaN);
        return values;
    }
}
