package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.random.SeededRandom;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerBatchesTest {
    private final RowRecorder recorder = new RowRecorder();

    private Trainer trainer() {
        return Trainer.of(new HandWritten(1, 2, 1, 1)).loss(recorder).optimizer(new Doubles.Descent(0.1f));
    }

    @Test
    void theLastBatchOfAnEpochMayBeShort() {
        trainer().shuffle(false).batchSize(4).epochs(2).fit(RowRecorder.numbered(10));
        List<List<Integer>> epoch = List.of(range(0, 4), range(4, 8), range(8, 10));
        assertThat(recorder.blocks).hasSize(6);
        assertThat(recorder.blocks.subList(0, 3)).isEqualTo(epoch);
        assertThat(recorder.blocks.subList(3, 6)).isEqualTo(epoch);
    }

    @Test
    void aBatchHas32RowsUntilToldOtherwise() {
        trainer().shuffle(false).fit(RowRecorder.numbered(100));
        assertThat(recorder.blocks).containsExactly(range(0, 32), range(32, 64), range(64, 96), range(96, 100));
    }

    @Test
    void aLargeBatchIsComputedInBlocks() {
        trainer().shuffle(false).batchSize(600).fit(RowRecorder.numbered(850));
        assertThat(recorder.blocks).containsExactly(range(0, 256), range(256, 512), range(512, 600), range(600, 850));
    }

    @Test
    void aBatchOfAllRowsTakesThemInTheirOrder() {
        trainer().batchSize(1_000_000).fit(RowRecorder.numbered(10));
        assertThat(recorder.blocks).containsExactly(range(0, 10));
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    /** Written down so that no later change trains in another order in silence; computed apart from this code. */
    @Test
    void aSeedAlwaysGivesTheSameOrders() {
        trainer().seed(7).batchSize(3).epochs(3).fit(RowRecorder.numbered(7));
        assertThat(recorder.blocks)
                .containsExactly(
                        List.of(5, 3, 2),
                        List.of(4, 1, 0),
                        List.of(6),
                        List.of(1, 2, 5),
                        List.of(0, 6, 4),
                        List.of(3),
                        List.of(6, 1, 3),
                        List.of(2, 5, 0),
                        List.of(4));
    }

    @Property(tries = 100)
    void everyEpochTakesEveryRowOnce(
            @ForAll @IntRange(min = 1, max = 200) int rows,
            @ForAll @IntRange(min = 1, max = 210) int batchSize,
            @ForAll boolean shuffle,
            @ForAll long seed) {
        recorder.blocks.clear();
        trainer().seed(seed).shuffle(shuffle).batchSize(batchSize).epochs(2).fit(RowRecorder.numbered(rows));
        List<Integer> taken = recorder.blocks.stream().flatMap(List::stream).toList();
        assertThat(taken).hasSize(2 * rows);
        assertThat(taken.subList(0, rows)).containsExactlyInAnyOrderElementsOf(range(0, rows));
        assertThat(taken.subList(rows, 2 * rows)).containsExactlyInAnyOrderElementsOf(range(0, rows));
    }

    @Test
    void aTrainerMayFitAgainAndDoesTheSame() {
        Trainer trainer = trainer().seed(3).batchSize(4).epochs(2);
        trainer.fit(RowRecorder.numbered(9));
        List<List<Integer>> first = List.copyOf(recorder.blocks);
        recorder.blocks.clear();
        trainer.fit(RowRecorder.numbered(9));
        assertThat(recorder.blocks).isEqualTo(first);
    }

    /** Gradient descent from its formula in double precision: {@code p -= rate·(Σ gradients of the batch) / rows}. */
    @ParameterizedTest(name = "{0} rows, batches of {1}, {2} outputs, shuffled {3}, sigmoid {4}")
    @CsvSource({
        "20, 1, 1, false, false",
        "20, 7, 2, false, true",
        "70, 64, 1, true, false",
        "150, 65, 3, true, true",
        "200, 128, 1, true, false",
        "200, 200, 2, true, true"
    })
    void stepsAreThoseOfTheFormula(int rows, int batchSize, int outputs, boolean shuffle, boolean sigmoid) {
        HandWritten network = sigmoid ? HandWritten.sigmoid(3, 5, outputs, 4) : new HandWritten(3, 5, outputs, 4);
        Reference reference = new Reference(network);
        Dataset data = Dataset.of(Doubles.random(rows * 3, 1), 3, Doubles.random(rows * outputs, 2), outputs);
        TrainingResult result = Trainer.of(network)
                .loss(new Doubles.SquaredError())
                .optimizer(new Doubles.Descent(0.05f))
                .seed(9)
                .shuffle(shuffle)
                .epochs(2)
                .batchSize(batchSize)
                .fit(data);
        double loss = 0;
        for (int epoch = 1; epoch <= 2; epoch++) {
            int[] order = range(0, rows).stream().mapToInt(i -> i).toArray();
            if (shuffle && batchSize < rows) {
                SeededRandom.of(9, epoch).shuffle(order);
            }
            loss = descend(reference, data, order, batchSize);
        }
        assertThat(result.epochs().get(1).trainingLoss()).isCloseTo(loss, within(1e-5));
        for (int i = 0; i < network.parameters().length; i++) {
            assertThat((double) network.parameters()[i]).isCloseTo(reference.parameters()[i], within(1e-5));
        }
    }

    private static double descend(Reference reference, Dataset data, int[] order, int batchSize) {
        int inputs = data.inputs();
        int outputs = data.targets().width();
        double lossSum = 0;
        for (int first = 0; first < order.length; first += batchSize) {
            int end = Math.min(order.length, first + batchSize);
            double[] gradients = new double[reference.parameters().length];
            for (int i = first; i < end; i++) {
                int x = order[i] * inputs;
                int t = order[i] * outputs;
                lossSum += reference.loss(data.features(), x, data.targets().values(), t);
                double[] given = reference.outputGradients(
                        data.features(), x, data.targets().values(), t);
                reference.addGradients(data.features(), x, given, 1.0 / (end - first), gradients);
            }
            for (int p = 0; p < gradients.length; p++) {
                reference.parameters()[p] -= (double) 0.05f * gradients[p];
            }
        }
        return lossSum / order.length;
    }

    /** With {@code l = -t·log o - (1 - t)·log(1 - o)} dL/dz is {@code o - t}, from which the backward pass starts. */
    @Test
    void whereLossAndActivationBelongTogetherTheGradientIsTakenAtTheLogits() {
        HandWritten network = HandWritten.sigmoid(3, 5, 1, 4);
        Reference reference = new Reference(network);
        float[] sample = {0.5f, -0.25f, 0.75f};
        double output = reference.outputs(sample, 0)[0];
        double[] gradients = new double[reference.parameters().length];
        double[] given = {(output - 0.25) / (output * (1 - output))};
        reference.addGradients(sample, 0, given, 1, gradients);
        Trainer.of(network)
                .loss(Loss.BINARY_CROSS_ENTROPY)
                .optimizer(new Doubles.Descent(0.5f))
                .fit(Dataset.of(sample, 3, new float[] {0.25f}, 1));
        for (int i = 0; i < gradients.length; i++) {
            double wanted = reference.parameters()[i] - 0.5 * gradients[i];
            assertThat((double) network.parameters()[i]).isCloseTo(wanted, within(1e-6));
        }
    }
}
