package dev.netwright.benchmarks.peers.dl4j;

import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Task;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A multi-layer network with workspaces, so that its arrays are reused. */
final class Dl4jSession implements Session {
    private final Task task;
    private final Shape shape;
    private final MultiLayerNetwork network;
    private final INDArray inputs;
    private final INDArray targets;

    Dl4jSession(Task task) {
        this.task = task;
        shape = task.work().shape();
        network = create();
        network.init();
        for (int layer = 0; layer < shape.layers(); layer++) {
            int[] size = {shape.inputs(layer), shape.units(layer)};
            network.setParam(layer + "_W", Nd4j.create(task.weights(layer), size, 'c'));
            network.setParam(layer + "_b", Nd4j.create(task.biases(layer), new int[] {1, shape.units(layer)}, 'c'));
        }
        int rows = task.work().rows();
        inputs = Nd4j.create(task.inputs(), new int[] {rows, shape.inputSize()}, 'c');
        targets = Nd4j.create(task.targets(), new int[] {rows, shape.outputSize()}, 'c');
    }

    private MultiLayerNetwork create() {
        float rate = task.work().rule().learningRate();
        NeuralNetConfiguration.ListBuilder builder = new NeuralNetConfiguration.Builder()
                .updater(task.work().rule() == Rule.ADAM ? new Adam(rate) : new Sgd(rate))
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .list();
        int last = shape.layers() - 1;
        for (int layer = 0; layer < last; layer++) {
            builder.layer(new DenseLayer.Builder()
                    .nIn(shape.inputs(layer))
                    .nOut(shape.units(layer))
                    .activation(activation(layer))
                    .build());
        }
        LossFunction loss = shape.isClassifier() ? LossFunction.MCXENT : LossFunction.MSE;
        builder.layer(new OutputLayer.Builder(loss)
                .nIn(shape.inputs(last))
                .nOut(shape.units(last))
                .activation(activation(last))
                .build());
        return new MultiLayerNetwork(builder.build());
    }

    private Activation activation(int layer) {
        return switch (shape.activation(layer)) {
            case TANH -> Activation.TANH;
            case RELU -> Activation.RELU;
            case SOFTMAX -> Activation.SOFTMAX;
            default -> Activation.IDENTITY;
        };
    }

    @Override
    public float run() {
        if (task.work().kind() == Kind.TRAINING) {
            network.fit(inputs, targets);
            return 0;
        }
        return network.output(inputs, false).getFloat(0);
    }

    @Override
    public float[] outputs() {
        return network.output(inputs, false).dup('c').data().asFloat();
    }

    @Override
    public float[] parameters() {
        float[] parameters = new float[shape.parameterCount()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            float[] weights = network.getParam(layer + "_W").dup('c').data().asFloat();
            System.arraycopy(weights, 0, parameters, shape.weightsOffset(layer), weights.length);
            float[] biases = network.getParam(layer + "_b").dup('c').data().asFloat();
            System.arraycopy(biases, 0, parameters, shape.biasesOffset(layer), biases.length);
        }
        return parameters;
    }
}
