package dev.netwright.verification.worked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Objective;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.training.Trainer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The numbers that were published for the worked example (Mazur 2015), from the generated class. */
class WorkedExampleTest {
    private static final Offset<Double> TOLERANCE = within(1e-6);

    private final GeneratedExample example = new GeneratedExample(ExactExample.PARAMETERS);

    @Test
    void answersAsPublished() {
        float[] outputs = example.network.predict(GeneratedExample.INPUTS);

        assertThat((double) outputs[0]).isCloseTo(0.75136507, TOLERANCE);
        assertThat((double) outputs[1]).isCloseTo(0.772928465, TOLERANCE);
    }

    @Test
    void hasThePublishedTotalError() {
        assertThat(example.loss).isCloseTo(0.298371109, TOLERANCE);
    }

    @Test
    void learnsThePublishedWeightsInOneStepThatLeavesTheBiases() {
        new Sgd(0.5f).start(12).step(withoutBiases(), 0.5f);

        assertWeights(example.network.parameters());
        assertThat(example.network.parameters()).containsSubsequence(.35f, .35f, .60f, .60f);
        assertThat(new GeneratedExample(doubles(example.network.parameters())).loss)
                .isCloseTo(0.291027924, TOLERANCE);
    }

    @Test
    void learnsThePublishedWeightsFromTheTrainer() {
        WorkedExample network = WorkedExampleNetwork.of(
                new float[] {.15f, .25f, .20f, .30f, .35f, .35f, .40f, .50f, .45f, .55f, .60f, .60f});
        Dataset sample = Dataset.of(new float[] {.05f, .10f}, 2, new float[] {.01f, .99f}, 2);
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(0.5f))
                .fit(sample);

        assertWeights(network.parameters());
        ExactExample exact = new ExactExample(ExactExample.PARAMETERS);
        for (int i = 0; i < 12; i++) {
            assertThat((double) network.parameters()[i])
                    .isCloseTo(ExactExample.PARAMETERS[i] - 0.5 * exact.gradients[i], TOLERANCE);
        }
    }

    /** Published as w1 to w8; w1 and w2 lead to the first hidden unit, so w1 and w3 are the first row of W. */
    private static void assertWeights(float[] parameters) {
        double[][] published = {
            {0.149780716, 0}, {0.24975114, 1}, {0.19956143, 2}, {0.29950229, 3},
            {0.35891648, 6}, {0.511301270, 7}, {0.408666186, 8}, {0.561370121, 9}
        };
        for (double[] weight : published) {
            assertThat((double) parameters[(int) weight[1]]).isCloseTo(weight[0], TOLERANCE);
        }
    }

    private Objective withoutBiases() {
        float[] gradients = example.gradients().clone();
        for (int bias : new int[] {4, 5, 10, 11}) {
            gradients[bias] = 0f;
        }
        return new Objective() {
            @Override
            public float[] parameters() {
                return example.network.parameters();
            }

            @Override
            public float[] gradients() {
                return gradients;
            }

            @Override
            public double evaluate() {
                return example.loss;
            }
        };
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
