package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.runtime.Allocations;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.optimizer.Objective.RangeWork;
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which rows of a table a batch picks. */
class PickedRowsTest {
    private static final int BEFORE = 2;
    private static final int INDICES = 3;
    private static final int WIDTH = 5;
    private static final int[] IN_PLACE = {};
    private static final GradientShare ALL = GradientShare.ALL;

    @Property(tries = 200)
    void areThoseOfTheBatchInAscendingOrder(
            @ForAll @IntRange(min = 1, max = 20_000) int vocabulary,
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 4) int parts,
            @ForAll boolean isOrdered,
            @ForAll long seed) {
        PickedRows picked = table(vocabulary, LayerTraining.PLAIN).get(0);
        // What the batch before picked leaves nothing.
        for (int batch = 0; batch < 3; batch++) {
            Dataset data = data(vocabulary, rows + 7, seed + batch);
            int[] order = isOrdered ? order(rows + 7, seed) : IN_PLACE;
            picked.find(data, order, 4, rows);
            TreeSet<Integer> expected = new TreeSet<>();
            for (int i = 4; i < 4 + rows; i++) {
                float[] sample = data.sample(isOrdered ? order[i] : i);
                for (int index = 0; index < INDICES; index++) {
                    expected.add((int) sample[BEFORE + index]);
                }
            }
            boolean areMany = expected.size() * (WIDTH + 128) > vocabulary * WIDTH;
            List<Integer> found = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                found.addAll(rows(picked, new GradientShare(part, parts, false)));
            }
            assertThat(found).hasSize(areMany ? vocabulary : expected.size());
            assertThat(found).isSorted().doesNotHaveDuplicates().containsAll(expected);
            assertThat(picked.parameterCount()).isEqualTo(found.size() * WIDTH);
        }
    }

    @Test
    void rowsThatLieTogetherAreOneRange() {
        PickedRows picked = table(1_000, LayerTraining.PLAIN).get(0);
        picked.find(samples(63, 64, 8, 65, 9, 63), IN_PLACE, 0, 2);

        List<String> ranges = new ArrayList<>();
        picked.forShare(ALL, (from, to) -> ranges.add(from + " to " + to));

        assertThat(ranges).containsExactly("40 to 50", "315 to 330");
    }

    @Test
    void areAllUntilABatchIsKnownAndWhenItIsForgotten() {
        PickedRows picked = table(1_000, LayerTraining.PLAIN).get(0);
        assertThat(picked.parameterCount()).isEqualTo(1_000 * WIDTH);
        picked.find(samples(1, 1, 1), IN_PLACE, 0, 1);
        assertThat(rows(picked, ALL)).containsExactly(1);

        picked.forget();

        assertThat(rows(picked, ALL)).hasSize(1_000);
    }

    @Test
    void aPenaltyReachesAllRowsAndAFrozenTableHasNone() {
        PickedRows penalized = table(100, new LayerTraining(true, 0f, 0.1f)).get(0);
        penalized.find(samples(1, 2, 3), IN_PLACE, 0, 1);

        assertThat(rows(penalized, ALL)).hasSize(100);
        assertThat(table(100, new LayerTraining(false, 0f, 0f))).isEmpty();
    }

    @Test
    void findingThemAllocatesNothing() {
        PickedRows picked = table(5_000, LayerTraining.PLAIN).get(0);
        Dataset[] batches = {data(5_000, 64, 1), data(5_000, 64, 2)};
        long[] sum = {0};
        RangeWork count = (from, to) -> sum[0] += to - from;
        int[] next = {0};
        Allocations.assertNoneOnceWarm(() -> {
            picked.find(batches[next[0]], IN_PLACE, 0, 64);
            picked.forShare(ALL, count);
            next[0] = 1 - next[0];
        });
        assertThat(sum[0]).isPositive();
    }

    private static List<Integer> rows(PickedRows picked, GradientShare share) {
        List<Integer> rows = new ArrayList<>();
        picked.forShare(share, (from, to) -> {
            for (int parameter = from; parameter < to; parameter += WIDTH) {
                rows.add(parameter / WIDTH);
            }
        });
        return rows;
    }

    private static List<PickedRows> table(int vocabulary, LayerTraining training) {
        EmbeddingLayer layer = new EmbeddingLayer(
                "vectors",
                new LayerWiring(List.of("words"), Merge.CONCATENATE, ""),
                INDICES,
                vocabulary,
                WIDTH,
                Activation.IDENTITY,
                Float.NaN,
                Optional.empty(),
                Initializer.LECUN_NORMAL,
                Float.NaN,
                0,
                training,
                LayerTreatment.NONE);
        return PickedRows.of(new Topology(
                "Given",
                List.of(new NetworkInput("numbers", BEFORE), new NetworkInput("words", INDICES)),
                List.of(layer)));
    }

    private static Dataset samples(float... indices) {
        int rows = indices.length / INDICES;
        float[] features = new float[rows * (BEFORE + INDICES)];
        for (int i = 0; i < indices.length; i++) {
            features[i / INDICES * (BEFORE + INDICES) + BEFORE + i % INDICES] = indices[i];
        }
        return Dataset.of(features, BEFORE + INDICES, new float[rows], 1);
    }

    private static Dataset data(int vocabulary, int rows, long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] indices = new float[rows * INDICES];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = random.nextInt(vocabulary);
        }
        return samples(indices);
    }

    private static int[] order(int rows, long seed) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        SeededRandom.of(seed, 1).shuffle(order);
        return order;
    }
}
