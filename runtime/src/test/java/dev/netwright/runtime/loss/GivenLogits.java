package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.Topologies;
import dev.netwright.runtime.kernel.ActivationMath;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.LogSoftmax;
import dev.netwright.runtime.kernel.Softmax;

/** A pass whose logits are given, so that a test says what a loss gets to see, also what no forward pass gives. */
final class GivenLogits extends GeneratedPass {
    private final Activation activation;
    private final int columns;
    private final float[] logits;
    private final float[] outputs;

    private GivenLogits(Activation activation, int columns, float[] logits) {
        super(Topologies.withOutputs(activation, columns), logits.length / columns);
        this.activation = activation;
        this.columns = columns;
        this.logits = logits.clone();
        outputs = new float[logits.length];
    }

    /** A pass after its forward computation over {@code logits}, {@code rows x columns}. */
    static GivenLogits of(Activation activation, int columns, float... logits) {
        GivenLogits pass = new GivenLogits(activation, columns, logits);
        pass.forward(new float[logits.length], logits.length / columns);
        return pass;
    }

    @Override
    public float[] outputs() {
        return outputs;
    }

    @Override
    public float[] logits() {
        return logits;
    }

    @Override
    protected void computeForward(int rows) {
        if (activation == Activation.SOFTMAX) {
            Softmax.forward(logits, outputs, rows, columns);
        } else if (activation == Activation.LOG_SOFTMAX) {
            LogSoftmax.forward(logits, outputs, rows, columns);
        } else {
            for (int i = 0; i < rows * columns; i++) {
                outputs[i] = elementwise(logits[i]);
            }
        }
    }

    private float elementwise(float z) {
        return switch (activation) {
            case IDENTITY -> z;
            case SIGMOID -> ActivationMath.sigmoid(z);
            case HARD_SIGMOID -> ActivationMath.hardSigmoid(z);
            case TANH -> ActivationMath.tanh(z);
            case RELU -> ActivationMath.relu(z);
            case SOFTPLUS -> ActivationMath.softplus(z);
            case EXPONENTIAL -> ActivationMath.exponential(z);
            default -> throw new IllegalArgumentException("No test needs " + activation + ".");
        };
    }

    @Override
    protected void allocateBackward(int capacity) {
        throw new UnsupportedOperationException("losses do not go backward");
    }

    @Override
    protected void computeDeltas(float[] outputGradients, int rows) {
        throw new UnsupportedOperationException("losses do not go backward");
    }

    @Override
    protected void computeDeltasFromLogits(float[] logitGradients, int rows) {
        throw new UnsupportedOperationException("losses do not go backward");
    }

    @Override
    protected void computeGradients(float[] gradients, int rows, GradientShare share) {
        throw new UnsupportedOperationException("losses do not go backward");
    }

    @Override
    protected void computeInputGradients(float[] inputGradients, int rows) {
        throw new UnsupportedOperationException("losses do not go backward");
    }
}
