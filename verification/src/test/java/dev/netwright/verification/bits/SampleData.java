package dev.netwright.verification.bits;

import dev.netwright.runtime.IndexColumns;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.topology.Topology;
import java.util.List;

/** Random data of every kind that a loss wants. */
final class SampleData {
    /** Kinds of targets. */
    enum Kind {
        LABELS,
        VALUES,
        PROBABILITIES,
        DISTRIBUTIONS,
        COUNTS
    }

    private SampleData() {}

    /** Features from -1 to 1, and targets; the seed decides every value. */
    static Dataset draw(Kind kind, int rows, int inputs, int outputs, long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] features = values(random, rows * inputs, -1, 1);
        return Dataset.of(features, inputs, targets(kind, random, rows, outputs));
    }

    /** The same with targets for several output heads, and whole numbers where features pick rows of tables. */
    static Dataset draw(Kind kind, int rows, Topology topology, List<Integer> outputs, long seed) {
        SeededRandom random = new SeededRandom(seed);
        int inputs = topology.inputSize();
        float[] features = features(random, rows, topology);
        return Dataset.ofHeads(
                features,
                inputs,
                outputs.stream()
                        .map(columns -> targets(kind, random, rows, columns))
                        .toArray(Targets[]::new));
    }

    /** Features from -1 to 1, and whole numbers where they pick rows of tables. */
    static float[] features(SeededRandom random, int rows, Topology topology) {
        int inputs = topology.inputSize();
        float[] features = values(random, rows * inputs, -1, 1);
        IndexColumns indices = IndexColumns.of(topology);
        for (int i = 0; i < features.length; i++) {
            int vocabulary = indices.vocabulary(i % inputs);
            features[i] = vocabulary > 0 ? random.nextInt(vocabulary) : features[i];
        }
        return features;
    }

    /** Uniform values. */
    static float[] values(SeededRandom random, int count, double from, double to) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(from, to);
        }
        return values;
    }

    private static Targets targets(Kind kind, SeededRandom random, int rows, int outputs) {
        return switch (kind) {
            case LABELS -> {
                int[] labels = new int[rows];
                for (int row = 0; row < rows; row++) {
                    labels[row] = random.nextInt(outputs);
                }
                yield Targets.ofLabels(labels, outputs).weighted(values(random, rows, 0.5, 2));
            }
            case VALUES -> Targets.ofValues(values(random, rows * outputs, -1, 1), outputs);
            case PROBABILITIES -> Targets.ofValues(values(random, rows * outputs, 0, 1), outputs);
            case DISTRIBUTIONS -> Targets.ofValues(distributions(random, rows, outputs), outputs);
            case COUNTS -> {
                float[] counts = new float[rows * outputs];
                for (int i = 0; i < counts.length; i++) {
                    counts[i] = random.nextInt(6);
                }
                yield Targets.ofValues(counts, outputs);
            }
        };
    }

    private static float[] distributions(SeededRandom random, int rows, int outputs) {
        float[] values = values(random, rows * outputs, 0, 1);
        for (int row = 0; row < rows; row++) {
            float sum = 0f;
            for (int i = 0; i < outputs; i++) {
                sum += values[row * outputs + i];
            }
            for (int i = 0; i < outputs; i++) {
                values[row * outputs + i] /= sum;
            }
        }
        return values;
    }
}
