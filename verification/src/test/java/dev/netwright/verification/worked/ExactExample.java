package dev.netwright.verification.worked;

/** The worked example in double precision, written from its publication (Mazur 2015) and from nothing of this project. */
final class ExactExample {
    static final double[] INPUTS = {0.05, 0.10};
    static final double[] TARGETS = {0.01, 0.99};

    /** Each layer's weights, a row for each input, and then its biases. */
    static final double[] PARAMETERS = {.15, .25, .20, .30, .35, .35, .40, .50, .45, .55, .60, .60};

    final double[] hiddenZ;
    final double[] hiddenA;
    final double[] outputZ;
    final double[] outputA;
    final double loss;
    final double[] outputDa;
    final double[] outputSlope;
    final double[] outputDz;
    final double[] hiddenDa;
    final double[] hiddenSlope;
    final double[] hiddenDz;
    final double[] inputGradients;

    /** Laid out as the parameters. */
    final double[] gradients = new double[12];

    ExactExample(double[] parameters) {
        double[] hidden = java.util.Arrays.copyOfRange(parameters, 0, 6);
        double[] output = java.util.Arrays.copyOfRange(parameters, 6, 12);
        hiddenZ = preactivations(INPUTS, hidden);
        hiddenA = sigmoid(hiddenZ);
        outputZ = preactivations(hiddenA, output);
        outputA = sigmoid(outputZ);
        outputDa = new double[] {outputA[0] - TARGETS[0], outputA[1] - TARGETS[1]};
        loss = 0.5 * outputDa[0] * outputDa[0] + 0.5 * outputDa[1] * outputDa[1];
        outputSlope = slope(outputA);
        outputDz = product(outputDa, outputSlope);
        hiddenDa = back(outputDz, output);
        hiddenSlope = slope(hiddenA);
        hiddenDz = product(hiddenDa, hiddenSlope);
        inputGradients = back(hiddenDz, hidden);
        addGradients(INPUTS, hiddenDz, 0);
        addGradients(hiddenA, outputDz, 6);
    }

    private void addGradients(double[] x, double[] dz, int offset) {
        for (int j = 0; j < 2; j++) {
            gradients[offset + j] = x[0] * dz[j];
            gradients[offset + 2 + j] = x[1] * dz[j];
            gradients[offset + 4 + j] = dz[j];
        }
    }

    private static double[] preactivations(double[] x, double[] layer) {
        return new double[] {x[0] * layer[0] + x[1] * layer[2] + layer[4], x[0] * layer[1] + x[1] * layer[3] + layer[5]
        };
    }

    private static double[] back(double[] dz, double[] layer) {
        return new double[] {dz[0] * layer[0] + dz[1] * layer[1], dz[0] * layer[2] + dz[1] * layer[3]};
    }

    private static double[] sigmoid(double[] z) {
        return new double[] {1 / (1 + Math.exp(-z[0])), 1 / (1 + Math.exp(-z[1]))};
    }

    private static double[] slope(double[] a) {
        return new double[] {a[0] * (1 - a[0]), a[1] * (1 - a[1])};
    }

    private static double[] product(double[] left, double[] right) {
        return new double[] {left[0] * right[0], left[1] * right[1]};
    }
}
