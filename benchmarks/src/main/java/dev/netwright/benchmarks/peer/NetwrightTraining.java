package dev.netwright.benchmarks.peer;

import dev.netwright.benchmarks.work.Model;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.benchmarks.work.Work;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adagrad;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.training.StepwiseTraining;
import dev.netwright.runtime.training.Trainer;

/** A trainer's steps over one batch. */
final class NetwrightTraining implements Session {
    private final Network network;
    private final Task task;
    private final Dataset batch;
    private final StepwiseTraining steps;

    NetwrightTraining(Task task) {
        Work work = task.work();
        Model model = work.model();
        this.task = task;
        network = DeclaredNetworks.of(model, task.parameters());
        batch = model.isClassifier()
                ? Dataset.ofLabels(task.inputs(), model.inputSize(), task.labels(), model.outputSize())
                : Dataset.of(task.inputs(), model.inputSize(), task.targets(), model.outputSize());
        steps = Trainer.of(network)
                .loss(model.isClassifier() ? Loss.CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR)
                .optimizer(optimizer(work.rule()))
                .threads(work.threads())
                .batchSize(work.rows())
                .stepwise();
    }

    private static Optimizer optimizer(Rule rule) {
        float rate = rule.learningRate();
        return switch (rule) {
            case SGD -> new Sgd(rate);
            case ADAGRAD -> new Adagrad(rate);
            case ADAM -> new Adam(rate);
            case NONE -> throw new IllegalArgumentException("A forward pass moves nothing.");
        };
    }

    @Override
    public float run() {
        return (float) steps.step(batch);
    }

    @Override
    public float[] outputs() {
        return network.predict(task.inputs(), task.work().rows());
    }

    @Override
    public float[] parameters() {
        return network.parameters();
    }

    @Override
    public void close() {
        steps.close();
    }
}
