package dev.netwright.runtime;

import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which features of a sample are indices: those of inputs that {@linkplain EmbeddingLayer embeddings} read. Each must be a whole
 * number that picks a row of the table, which is checked before anything is computed. Immutable.
 */
public final class IndexColumns {
    private final int inputSize;
    private final Range[] ranges;

    /**
     * What one embedding reads.
     *
     * @param first the first of the columns in a sample
     */
    private record Range(int first, String input, EmbeddingLayer layer) {}

    private IndexColumns(int inputSize, List<Range> ranges) {
        this.inputSize = inputSize;
        this.ranges = ranges.toArray(new Range[0]);
    }

    /** Those of a network. */
    public static IndexColumns of(Topology topology) {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < topology.layers().size(); i++) {
            if (topology.layers().get(i) instanceof EmbeddingLayer embedding) {
                String source = topology.sources(i).get(0);
                ranges.add(new Range(topology.firstColumn(source), source, embedding));
            }
        }
        return new IndexColumns(topology.inputSize(), ranges);
    }

    /** Of a column of a sample the numbers that it may have, from 0 to one less than this; 0 for a feature that is no index. */
    public int vocabulary(int column) {
        int least = 0;
        for (Range range : ranges) {
            boolean isInside = column >= range.first && column < range.first + range.layer.inputs();
            if (isInside && (least == 0 || range.layer.vocabulary() < least)) {
                least = range.layer.vocabulary();
            }
        }
        return least;
    }

    /**
     * Checks every index of some rows. Allocates nothing.
     *
     * @param name     what messages call the features
     * @param features {@code rows x inputSize}, perhaps with others around
     * @throws IllegalArgumentException if one is no whole number from 0 to one less than the rows of its table; the message has the
     *                                  input, the row and the column
     */
    public void check(String name, float[] features, int firstRow, int rows) {
        for (Range range : ranges) {
            int vocabulary = range.layer.vocabulary();
            int count = range.layer.inputs();
            for (int row = firstRow; row < firstRow + rows; row++) {
                int at = row * inputSize + range.first;
                for (int i = 0; i < count; i++) {
                    float value = features[at + i];
                    if (!(value >= 0f && value < vocabulary && value == (int) value)) {
                        throw new IllegalArgumentException(message(range, name, value, row, i));
                    }
                }
            }
        }
    }

    /** A standardizer that leaves indices as they are, whatever it was fitted to. */
    Standardizer unscaled(Standardizer standardizer) {
        if (ranges.length == 0 || standardizer.columns() != inputSize) {
            return standardizer;
        }
        double[] means = standardizer.means();
        double[] deviations = standardizer.deviations();
        for (Range range : ranges) {
            int end = range.first + range.layer.inputs();
            Arrays.fill(means, range.first, end, 0);
            Arrays.fill(deviations, range.first, end, 1);
        }
        return Standardizer.of(means, deviations);
    }

    private static String message(Range range, String name, float value, int row, int feature) {
        return String.format(
                Locale.ROOT,
                "%s has %s in row %d, column %d, which is feature %d of input %s; it picks a row of the table of layer %s, so it must "
                        + "be a whole number from 0 to %d.",
                name,
                value,
                row,
                range.first + feature,
                feature,
                range.input,
                range.layer.name(),
                range.layer.vocabulary() - 1);
    }
}
