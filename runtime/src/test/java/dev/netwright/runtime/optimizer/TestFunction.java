package dev.netwright.runtime.optimizer;

/** A function to make small, with exact gradients, as an objective that counts its evaluations. */
final class TestFunction implements Objective {
    /** A value and, in the second array, the gradient. */
    interface Formula {
        double evaluate(double[] x, double[] gradient);
    }

    private final Formula formula;
    private final float[] parameters;
    private final float[] gradients;
    private int evaluations;

    TestFunction(Formula formula, float... start) {
        this.formula = formula;
        this.parameters = start.clone();
        this.gradients = new float[start.length];
    }

    /** {@code Σ cᵢ·(xᵢ - i)² / 2}, whose lowest point is (0, 1, 2, ...). */
    static TestFunction bowl(double... curvatures) {
        return new TestFunction(
                (x, gradient) -> {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += 0.5 * curvatures[i] * (x[i] - i) * (x[i] - i);
                        gradient[i] = curvatures[i] * (x[i] - i);
                    }
                    return sum;
                },
                new float[curvatures.length]);
    }

    /** Σ 100·(y - x²)² + (1 - x)² over pairs of neighbours (Rosenbrock 1960), lowest where all are 1. */
    static TestFunction rosenbrock(float... start) {
        return new TestFunction(
                (x, gradient) -> {
                    double sum = 0;
                    for (int i = 0; i + 1 < x.length; i++) {
                        double bend = x[i + 1] - x[i] * x[i];
                        sum += 100 * bend * bend + (1 - x[i]) * (1 - x[i]);
                        gradient[i] += -400 * x[i] * bend - 2 * (1 - x[i]);
                        gradient[i + 1] += 200 * bend;
                    }
                    return sum;
                },
                start);
    }

    int evaluations() {
        return evaluations;
    }

    @Override
    public float[] parameters() {
        return parameters;
    }

    @Override
    public float[] gradients() {
        return gradients;
    }

    @Override
    public double evaluate() {
        evaluations++;
        double[] x = new double[parameters.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = parameters[i];
        }
        double[] gradient = new double[x.length];
        double value = formula.evaluate(x, gradient);
        for (int i = 0; i < x.length; i++) {
            gradients[i] = (float) gradient[i];
        }
        return value;
    }
}
