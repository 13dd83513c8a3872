package dev.netwright.runtime.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The results of epochs as a table of doubles, a row for each epoch. Its columns are the training loss, the validation loss where there is
 * one, the learning rate, the seconds, the training losses of the outputs, their validation losses, and the metrics; the names are those
 * of the run.
 */
final class EpochTable {
    private final List<String> heads;
    private final List<String> metrics;
    private final boolean isValidated;

    /** Of a run with these outputs and metrics. */
    EpochTable(List<String> heads, List<String> metrics, boolean isValidated) {
        this.heads = List.copyOf(heads);
        this.metrics = List.copyOf(metrics);
        this.isValidated = isValidated;
    }

    int columns() {
        return 3 + heads.size() + (isValidated ? 1 + heads.size() : 0) + metrics.size();
    }

    /** {@code results.size() x columns}. */
    double[] write(List<EpochResult> results) {
        double[] table = new double[results.size() * columns()];
        int next = 0;
        for (EpochResult result : results) {
            table[next++] = result.trainingLoss();
            if (isValidated) {
                table[next++] = result.validationLoss().orElse(Double.NaN);
            }
            table[next++] = result.learningRate();
            table[next++] = result.seconds();
            for (Map<String, Double> values :
                    List.of(result.trainingLosses(), result.validationLosses(), result.metrics())) {
                for (double value : values.values()) {
                    table[next++] = value;
                }
            }
        }
        return table;
    }

    /** The results of such a table. */
    List<EpochResult> read(double[] table) {
        List<EpochResult> results = new ArrayList<>();
        int rows = table.length / columns();
        for (int row = 0; row < rows; row++) {
            results.add(new Row(table, row * columns()).result(row + 1));
        }
        return results;
    }

    /** One row, read from left to right. */
    private final class Row {
        private final double[] table;
        private int next;

        Row(double[] table, int first) {
            this.table = table;
            next = first;
        }

        EpochResult result(int epoch) {
            double trainingLoss = table[next++];
            OptionalDouble validationLoss = isValidated ? OptionalDouble.of(table[next++]) : OptionalDouble.empty();
            float learningRate = (float) table[next++];
            double seconds = table[next++];
            return new EpochResult(
                    epoch,
                    trainingLoss,
                    validationLoss,
                    values(heads),
                    values(isValidated ? heads : List.of()),
                    values(metrics),
                    learningRate,
                    seconds);
        }

        private Map<String, Double> values(List<String> names) {
            Map<String, Double> values = new LinkedHashMap<>();
            names.forEach(name -> values.put(name, table[next++]));
            return values;
        }
    }
}
