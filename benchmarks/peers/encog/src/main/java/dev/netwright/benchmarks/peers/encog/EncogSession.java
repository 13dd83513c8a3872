package dev.netwright.benchmarks.peers.encog;

import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Task;
import org.encog.Encog;
import org.encog.engine.network.activation.ActivationFunction;
import org.encog.engine.network.activation.ActivationLinear;
import org.encog.engine.network.activation.ActivationReLU;
import org.encog.engine.network.activation.ActivationSoftMax;
import org.encog.engine.network.activation.ActivationTANH;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.back.Backpropagation;

/**
 * A basic network. Its training moves by the sum over all samples of half the squared error's gradient; its softmax passes
 * that on as it is, which makes it the gradient of the cross-entropy.
 */
final class EncogSession implements Session {
    private final Task task;
    private final Shape shape;
    private final BasicNetwork network = new BasicNetwork();
    private final double[][] inputs;
    private final double[][] outputs;
    private final Backpropagation training;

    EncogSession(Task task) {
        this.task = task;
        shape = task.work().shape();
        network.addLayer(new BasicLayer(new ActivationLinear(), true, shape.inputSize()));
        for (int layer = 0; layer < shape.layers(); layer++) {
            boolean isLast = layer == shape.layers() - 1;
            network.addLayer(new BasicLayer(activation(layer), !isLast, shape.units(layer)));
        }
        network.getStructure().finalizeStructure();
        for (int layer = 0; layer < shape.layers(); layer++) {
            copyTo(layer);
        }
        inputs = rows(task.inputs(), shape.inputSize());
        outputs = new double[task.work().rows()][shape.outputSize()];
        double scale = shape.isClassifier()
                ? 1.0 / task.work().rows()
                : 2.0 / (task.work().rows() * shape.outputSize());
        training = new Backpropagation(
                network,
                new BasicMLDataSet(inputs, rows(task.targets(), shape.outputSize())),
                task.work().rule().learningRate() * scale,
                0);
        training.setThreadCount(task.work().threads());
        training.setBatchSize(0);
    }

    private ActivationFunction activation(int layer) {
        return switch (shape.activation(layer)) {
            case TANH -> new ActivationTANH();
            case RELU -> new ActivationReLU();
            case SOFTMAX -> new ActivationSoftMax();
            default -> new ActivationLinear();
        };
    }

    private void copyTo(int layer) {
        int units = shape.units(layer);
        for (int j = 0; j < units; j++) {
            for (int i = 0; i < shape.inputs(layer); i++) {
                network.setWeight(layer, i, j, task.parameters()[shape.weightsOffset(layer) + i * units + j]);
            }
            network.setWeight(layer, shape.inputs(layer), j, task.parameters()[shape.biasesOffset(layer) + j]);
        }
    }

    private static double[][] rows(float[] values, int columns) {
        double[][] rows = new double[values.length / columns][columns];
        for (int i = 0; i < values.length; i++) {
            rows[i / columns][i % columns] = values[i];
        }
        return rows;
    }

    @Override
    public float run() {
        if (task.work().kind() == Kind.TRAINING) {
            training.iteration();
            return (float) training.getError();
        }
        for (int row = 0; row < inputs.length; row++) {
            network.compute(inputs[row], outputs[row]);
        }
        return (float) outputs[0][0];
    }

    @Override
    public float[] outputs() {
        float[] flat = new float[outputs.length * shape.outputSize()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) outputs[i / shape.outputSize()][i % shape.outputSize()];
        }
        return flat;
    }

    @Override
    public float[] parameters() {
        float[] parameters = new float[shape.parameterCount()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            int units = shape.units(layer);
            for (int j = 0; j < units; j++) {
                for (int i = 0; i < shape.inputs(layer); i++) {
                    parameters[shape.weightsOffset(layer) + i * units + j] = (float) network.getWeight(layer, i, j);
                }
                parameters[shape.biasesOffset(layer) + j] = (float) network.getWeight(layer, shape.inputs(layer), j);
            }
        }
        return parameters;
    }

    @Override
    public void close() {
        training.finishTraining();
        Encog.getInstance().shutdown();
    }
}
