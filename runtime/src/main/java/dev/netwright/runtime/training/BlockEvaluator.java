package dev.netwright.runtime.training;

import dev.netwright.runtime.Topology;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
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
    private final Optional<Loss> loss;
    private final Dataset data;
    private final List<Metric> metrics;
    private final IntConsumer computeBlock = this::computeBlock;

    private int roundFirst;

    BlockEvaluator(WorkerTeam team, BlockWorker[] workers, Optional<Loss> loss, Dataset data, List<Metric> metrics) {
        this.team = team;
        this.workers = workers;
        this.loss = loss;
        this.data = data;
        this.metrics = metrics;
    }

    EvaluationResult evaluate() {
        Topology.Head head = workers[0].pass().predictions(0).head();
        List<Metric.Accumulator> accumulators =
                metrics.stream().map(metric -> metric.start(head)).toList();
        int blocks = BlockWorker.blocks(data.rows(), BlockWorker.MEASURED_ROWS);
        double lossSum = 0;
        int roundBlocks;
        for (roundFirst = 0; roundFirst < blocks; roundFirst += roundBlocks) {
            roundBlocks = Math.min(team.size(), blocks - roundFirst);
            team.run(roundBlocks, computeBlock);
            for (int worker = 0; worker < roundBlocks; worker++) {
                lossSum = loss.isPresent() ? workers[worker].addLosses(lossSum) : 0;
                measure(workers[worker], (roundFirst + worker) * BlockWorker.MEASURED_ROWS, accumulators);
            }
        }
        return new EvaluationResult(meanLoss(lossSum), values(accumulators));
    }

    private void computeBlock(int worker) {
        int firstRow = (roundFirst + worker) * BlockWorker.MEASURED_ROWS;
        workers[worker].evaluate(loss, data, firstRow, Math.min(BlockWorker.MEASURED_ROWS, data.rows() - firstRow));
    }

    private void measure(BlockWorker worker, int firstRow, List<Metric.Accumulator> accumulators) {
        for (Metric.Accumulator accumulator : accumulators) {
            accumulator.add(worker.pass().outputs(), worker.pass().rows(), data.targets(), firstRow);
        }
    }

    private OptionalDouble meanLoss(double lossSum) {
        if (loss.isEmpty()) {
            return OptionalDouble.empty();
        }
        double weight = 0;
        for (int row = 0; row < data.rows(); row++) {
            weight += loss.get().weight(data.targets(), row);
        }
        return OptionalDouble.of(lossSum / weight);
    }

    private Map<String, Double> values(List<Metric.Accumulator> accumulators) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < accumulators.size(); i++) {
            values.put(metrics.get(i).name(), accumulators.get(i).value());
        }
        return values;
    }
}
