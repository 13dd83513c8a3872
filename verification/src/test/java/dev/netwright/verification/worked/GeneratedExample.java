package dev.netwright.verification.worked;

import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;

/** The worked example computed by its generated class, with all that a pass keeps to itself. */
final class GeneratedExample {
    static final float[] INPUTS = floats(ExactExample.INPUTS);
    static final float[] TARGETS = floats(ExactExample.TARGETS);

    final WorkedExampleNetwork network;
    final double loss;
    final float[] outputDa = new float[2];
    final float[] inputGradients;
    private final Pass pass;

    GeneratedExample(double[] parameters) {
        network = WorkedExampleNetwork.of(floats(parameters));
        pass = network.newPass(1);
        pass.forward(INPUTS, 1);
        double[] losses = new double[1];
        Loss.MEAN_SQUARED_ERROR.evaluate(pass.predictions(0), Targets.ofValues(TARGETS, 2), 0, 1.0, outputDa, losses);
        loss = losses[0];
        pass.backward(outputDa);
        inputGradients = pass.inputGradients();
    }

    float[] gradients() {
        return pass.gradients();
    }

    /** One of the arrays of the generated pass, such as {@code hiddenZ}. */
    float[] array(String field) {
        try {
            var array = pass.getClass().getDeclaredField(field);
            array.setAccessible(true);
            return (float[]) array.get(pass);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
