package dev.netwright.benchmarks.peers.libtorch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Task;
import java.util.List;

/** Training steps with DJL's gradient collector and optimizers, whose updates are one native call an array. */
final class LibtorchTraining implements Session {
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final LibtorchNetwork network;
    private final List<NDArray> parameters;
    private final NDArray inputs;
    private final NDArray targets;
    private final Optimizer optimizer;

    LibtorchTraining(Task task) {
        network = new LibtorchNetwork(task, manager);
        parameters = network.parameters();
        parameters.forEach(array -> array.setRequiresGradient(true));
        inputs = network.inputs(manager);
        targets = network.targets(manager);
        Tracker rate = Tracker.fixed(task.work().rule().learningRate());
        optimizer = task.work().rule() == Rule.SGD
                ? Optimizer.sgd().setLearningRateTracker(rate).build()
                : Optimizer.adam().optLearningRateTracker(rate).build();
    }

    @Override
    public float run() {
        float value;
        try (NDManager scratch = manager.newSubManager()) {
            inputs.tempAttach(scratch);
            targets.tempAttach(scratch);
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray loss = network.loss(network.logits(inputs), targets);
                collector.backward(loss);
                value = loss.getFloat();
            }
            for (int i = 0; i < parameters.size(); i++) {
                NDArray gradient = parameters.get(i).getGradient();
                optimizer.update(String.valueOf(i), parameters.get(i), gradient);
                gradient.muli(0);
                gradient.close();
            }
        }
        return value;
    }

    @Override
    public float[] outputs() {
        return new float[0];
    }

    @Override
    public float[] parameters() {
        return network.flatParameters();
    }

    @Override
    public void close() {
        manager.close();
    }
}
