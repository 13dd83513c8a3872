package dev.netwright.benchmarks.peer;

import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.runtime.Network;

/** Netwright as users call it: {@code predict} into a caller's array, and a trainer's steps. */
final class NetwrightPeer implements Peer {
    @Override
    public String id() {
        return "netwright";
    }

    @Override
    public Session open(Task task) {
        if (task.work().kind() == Kind.TRAINING) {
            return new NetwrightTraining(task);
        }
        if (task.work().kind() == Kind.THRESHOLD) {
            return new Prediction(task, GeneratedVariant.byKernel(task));
        }
        return new Prediction(task, DeclaredNetworks.of(task.work().model(), task.parameters()));
    }

    /** Predictions of one network. */
    static final class Prediction implements Session {
        private final Task task;
        private final Network network;
        private final float[] outputs;

        Prediction(Task task, Network network) {
            this.task = task;
            this.network = network;
            outputs = new float[task.targets().length];
        }

        @Override
        public float run() {
            network.predict(task.inputs(), task.work().rows(), outputs);
            return outputs[0];
        }

        @Override
        public float[] outputs() {
            return outputs;
        }

        @Override
        public float[] parameters() {
            return network.parameters();
        }
    }
}
