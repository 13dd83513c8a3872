package dev.netwright.benchmarks.peers.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Task;

/** Forward passes. No array asks for a gradient, so nothing is recorded. The inputs stay where libtorch has them. */
final class LibtorchPrediction implements Session {
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final LibtorchNetwork network;
    private final NDArray inputs;
    private float[] outputs = {};

    LibtorchPrediction(Task task) {
        network = new LibtorchNetwork(task, manager);
        inputs = network.inputs(manager);
    }

    @Override
    public float run() {
        try (NDManager scratch = manager.newSubManager()) {
            inputs.tempAttach(scratch);
            outputs = network.outputs(network.logits(inputs)).toFloatArray();
        }
        return outputs[0];
    }

    @Override
    public float[] outputs() {
        return outputs;
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
