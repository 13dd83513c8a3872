package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.metric.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;

/** Measures loss and metrics of a data set, block by block; sums are taken in the order of the rows. */
final class BlockEvaluator {
    private final WorkerTeam team;
    private final BlockWorker[] workers;
    private final Optional<HeadLosses> losses;
    private final Dataset data;
    private final List<HeadMetric> metrics;
    private final IntConsumer computeBlock = this::computeBlock;

    private int roundFirst;

    BlockEvaluator(
            WorkerTeam team,
            BlockWorker[] workers,
            Optional<HeadLosses> losses,
            Dataset data,
            List<HeadMetric> metrics) {
        this.team = team;
        this.workers = workers;
        this.losses = losses;
        this.data = data;
        this.metrics = metrics;
    }

    EvaluationResult evaluate() {
        List<Metric.Accumulator> accumulators = metrics.stream()
                .map(metric -> metric.metric()
                        .start(workers[0].pass().predictions(metric.head()).head()))
                .toList();
        int blocks = BlockWorker.blocks(data.rows(), BlockWorker.MEASURED_ROWS);
        double[] lossSums = new double[data.heads()];
        int roundBlocks;
        for (roundFirst = 0; roundFirst < blocks; roundFirst += roundBlocks) {
            roundBlocks = Math.min(team.size(), blocks - roundFirst);
            team.run(roundBlocks, computeBlock);
            for (int worker = 0; worker < roundBlocks; worker++) {
                if (losses.isPresent()) {
                    workers[worker].addLosses(lossSums);
                }
                measure(workers[worker], (roundFirst + worker) * BlockWorker.MEASURED_ROWS, accumulators);
            }
        }
        double[] weights = losses.map(this::weights).orElseGet(() -> new double[0]);
        return new EvaluationResult(
                losses.map(ofHeads -> OptionalDouble.of(ofHeads.mean(lossSums, weights)))
                        .orElse(OptionalDouble.empty()),
                losses.map(ofHeads -> ofHeads.means(lossSums, weights)).orElse(Map.of()),
                values(accumulators));
    }

    private void computeBlock(int worker) {
        int firstRow = (roundFirst + worker) * BlockWorker.MEASURED_ROWS;
        workers[worker].evaluate(losses, data, firstRow, Math.min(BlockWorker.MEASURED_ROWS, data.rows() - firstRow));
    }

    private void measure(BlockWorker worker, int firstRow, List<Metric.Accumulator> accumulators) {
        for (int i = 0; i < accumulators.size(); i++) {
            int head = metrics.get(i).head();
            accumulators.get(i).add(worker.outputs(head), worker.pass().rows(), data.targets(head), firstRow);
        }
    }

    /** Of each head {@code Σ w}. */
    private double[] weights(HeadLosses ofHeads) {
        double[] weights = new double[ofHeads.count()];
        for (int head = 0; head < weights.length; head++) {
            weights[head] = ofHeads.weightOfRows(head, data, new int[0], 0, data.rows());
        }
        return weights;
    }

    private Map<String, Double> values(List<Metric.Accumulator> accumulators) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < accumulators.size(); i++) {
            values.put(metrics.get(i).name(), accumulators.get(i).value());
        }
        return values;
    }
}
