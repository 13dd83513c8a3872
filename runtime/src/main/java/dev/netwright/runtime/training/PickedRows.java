package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.optimizer.Objective.RangeWork;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of an embedding's table that a batch picked: all others have gradients of 0, and need not be gone through. Where it picked
 * many, or every row has a penalty, all rows count as picked. In steady state it allocates nothing.
 */
final class PickedRows {
    /** Going through a row by itself costs as much as going through so many more parameters of a table in one range. */
    private static final int COST_OF_ROW = 128;

    /** One bit for every row, and one for every word of these, as few words of a large table have any. */
    private static final int WORD_BITS = 6;

    private final EmbeddingLayer layer;
    private final int firstColumn;
    private final boolean areAlwaysAll;

    /** Where the batch picks more, going through all of the table is faster. */
    private final int most;

    private final long[] marks;
    private final long[] markedWords;
    private int marked;

    /** In ascending order, so many; or all of the table. */
    private int[] rows = {};

    private int count;
    private boolean areAll = true;

    private PickedRows(EmbeddingLayer layer, int firstColumn) {
        this.layer = layer;
        this.firstColumn = firstColumn;
        areAlwaysAll = layer.training().hasPenalty();
        most = (int) ((long) layer.vocabulary() * layer.width() / (layer.width() + COST_OF_ROW));
        int words = areAlwaysAll ? 0 : (layer.vocabulary() >> WORD_BITS) + 1;
        marks = new long[words];
        markedWords = new long[(words >> WORD_BITS) + 1];
    }

    /** Of every table that is trained, in the order of the layers; all rows at first. */
    static List<PickedRows> of(Topology topology) {
        List<PickedRows> tables = new ArrayList<>();
        for (int i = 0; i < topology.layers().size(); i++) {
            NetworkLayer layer = topology.layers().get(i);
            if (layer instanceof EmbeddingLayer table && table.training().isTrained()) {
                tables.add(new PickedRows(
                        table, topology.firstColumn(topology.sources(i).get(0))));
            }
        }
        return tables;
    }

    /** Where the table starts in the parameters. */
    int offset() {
        return layer.weightsOffset();
    }

    /** Forgets which they were: any row may have been picked. */
    void forget() {
        areAll = true;
    }

    /** Those of the rows {@code order[first]} to {@code order[first + batchRows - 1]}, or where there is no order {@code first} onwards. */
    void find(Dataset data, int[] order, int first, int batchRows) {
        if (areAlwaysAll) {
            return;
        }
        float[] features = data.features();
        for (int i = first; i < first + batchRows && marked <= most; i++) {
            int at = (order.length == 0 ? i : order[i]) * data.inputs() + firstColumn;
            for (int index = 0; index < layer.inputs(); index++) {
                mark((int) features[at + index]);
            }
        }
        areAll = marked > most;
        if (rows.length < marked && !areAll) {
            rows = new int[(int) Math.min((long) batchRows * layer.inputs(), most)];
        }
        takeMarks();
    }

    private void mark(int row) {
        int word = row >> WORD_BITS;
        long bit = 1L << row;
        if ((marks[word] & bit) == 0) {
            marks[word] |= bit;
            markedWords[word >> WORD_BITS] |= 1L << word;
            marked++;
        }
    }

    /** Leaves no mark. */
    private void takeMarks() {
        count = 0;
        for (int group = 0; group < markedWords.length; group++) {
            for (long words = markedWords[group]; words != 0; words &= words - 1) {
                int word = (group << WORD_BITS) + Long.numberOfTrailingZeros(words);
                for (long bits = marks[word]; bits != 0 && !areAll; bits &= bits - 1) {
                    rows[count++] = (word << WORD_BITS) + Long.numberOfTrailingZeros(bits);
                }
                marks[word] = 0;
            }
            markedWords[group] = 0;
        }
        marked = 0;
    }

    /** How many parameters are theirs. */
    int parameterCount() {
        return (areAll ? layer.vocabulary() : count) * layer.width();
    }

    /** Work on a share of them, in ascending order; what lies together is one range. */
    void forShare(GradientShare share, RangeWork work) {
        int from = share.from(layer.vocabulary());
        int to = share.to(layer.vocabulary());
        if (areAll) {
            work.accept(parameter(from), parameter(to));
            return;
        }
        int found = Arrays.binarySearch(rows, 0, count, from);
        int i = found < 0 ? -found - 1 : found;
        while (i < count && rows[i] < to) {
            int start = rows[i];
            int end = start + 1;
            for (i++; i < count && rows[i] == end && end < to; i++) {
                end++;
            }
            work.accept(parameter(start), parameter(end));
        }
    }

    private int parameter(int row) {
        return layer.weightsOffset() + row * layer.width();
    }
}
