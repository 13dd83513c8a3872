package dev.netwright.verification.bits;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.topology.OutputHead;
import dev.netwright.runtime.training.Trainer;
import java.util.List;
import java.util.stream.Stream;

/**
 * One network and one way to train it. Together the cases have all activations, initializers, losses, optimizers and
 * schedules, and batches of different sizes.
 *
 * @param name      what is trained and how
 * @param network   the network at its start
 * @param loss      what becomes small
 * @param targets   the kind of targets that the loss wants
 * @param optimizer how the parameters follow
 * @param schedule  how the learning rate changes
 * @param rows      rows of the training data
 * @param batch     rows of a batch
 * @param epochs    how often the data are gone through
 */
record TrainingCase(
        String name,
        Network network,
        Loss loss,
        SampleData.Kind targets,
        Optimizer optimizer,
        Schedule schedule,
        int rows,
        int batch,
        int epochs) {

    /** All of them, with fresh networks. */
    static List<TrainingCase> all() {
        return Stream.of(DenseCases.all(), LayerCases.all(), TableCases.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The same for a JVM that is very slow: two steps. */
    TrainingCase brief() {
        return new TrainingCase(name, network, loss, targets, optimizer, schedule, 7, 7, 2);
    }

    /** Trains the network on a number of threads. */
    void train(int threads) {
        trainer()
                .optimizer(optimizer)
                .schedule(schedule)
                .epochs(epochs)
                .batchSize(batch)
                .seed(rows)
                .threads(threads)
                .fit(data());
    }

    /** With the loss of every output, which is the same with less and less weight. */
    Trainer trainer() {
        Trainer trainer = Trainer.of(network);
        float weight = 1f;
        for (String output : network.topology().outputs()) {
            trainer.loss(output, loss, weight);
            weight *= 0.75f;
        }
        return trainer;
    }

    /** The data to learn from; the same every time. */
    Dataset data() {
        List<Integer> outputs =
                network.topology().heads().stream().map(OutputHead::units).toList();
        return SampleData.draw(targets, rows, network.topology(), outputs, rows);
    }
}
