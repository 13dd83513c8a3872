package dev.netwright.runtime.training;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Predictions;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.NonFiniteLossException;
import dev.netwright.runtime.optimizer.Objective;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.random.SeededRandom;
import dev.netwright.runtime.topology.OutputHead;

/** The simplest loss, optimizer, metric and data, so that what these tests show is the trainer's doing. */
final class Doubles {
    private Doubles() {}

    /** {@code inputs} features and one target, a noisy function of them. */
    static Dataset regression(int rows, int inputs, long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] features = new float[rows * inputs];
        float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            float sum = 0;
            for (int i = 0; i < inputs; i++) {
                features[row * inputs + i] = (float) random.nextDouble(-1, 1);
                sum += features[row * inputs + i] * (i + 1);
            }
            targets[row] = sum * sum + (float) random.nextDouble(-0.1, 0.1);
        }
        return Dataset.of(features, inputs, targets, 1);
    }

    /** Values from -1 to 1. */
    static float[] random(int count, long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }

    /** Squared error. */
    static final class SquaredError extends Loss {
        @Override
        public String name() {
            return "squared error";
        }

        @Override
        public void check(OutputHead head, Targets targets) {
            if (targets.areLabels() || targets.width() != head.units()) {
                throw new IllegalArgumentException("targets " + targets.width() + " do not fit");
            }
        }

        @Override
        public boolean fusesWith(Activation lastActivation) {
            return lastActivation == Activation.IDENTITY;
        }

        @Override
        public void evaluate(
                Predictions predictions,
                Targets targets,
                int firstRow,
                double scale,
                float[] gradients,
                double[] losses) {
            int width = targets.width();
            for (int row = 0; row < predictions.rows(); row++) {
                double weight = weight(targets, firstRow + row);
                losses[row] = 0;
                for (int i = 0; i < width; i++) {
                    double error =
                            predictions.outputs()[row * width + i] - targets.values()[(firstRow + row) * width + i];
                    losses[row] += weight * error * error;
                    gradients[row * width + i] = (float) (2 * scale * weight * error);
                }
            }
        }
    }

    /** Gradient descent; optionally one that wants full batches. */
    static final class Descent extends Optimizer {
        private final boolean fullBatch;

        Descent(float rate) {
            this(rate, false);
        }

        Descent(float rate, boolean fullBatch) {
            super(rate);
            this.fullBatch = fullBatch;
        }

        @Override
        public String name() {
            return "descent";
        }

        @Override
        public boolean needsFullBatch() {
            return fullBatch;
        }

        @Override
        public Run start(int parameterCount) {
            return Descent::step;
        }

        private static double step(Objective objective, float rate) {
            double loss = objective.evaluate();
            float[] gradients = objective.gradients();
            if (!Double.isFinite(loss)) {
                throw new NonFiniteLossException("The loss is " + loss + ".");
            }
            for (int i = 0; i < objective.parameters().length; i++) {
                objective.parameters()[i] -= rate * gradients[i];
            }
            return loss;
        }
    }

    /** A metric whose value of each measurement is given in advance. */
    static Metric scripted(String name, boolean higherIsBetter, double... values) {
        int[] next = {0};
        return new Metric() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean higherIsBetter() {
                return higherIsBetter;
            }

            @Override
            public void check(OutputHead head, Targets targets) {}

            @Override
            public Accumulator start(OutputHead head) {
                double value = values[next[0]++];
                return new Accumulator() {
                    @Override
                    public void add(float[] outputs, int rows, Targets targets, int firstRow) {}

                    @Override
                    public double value() {
                        return value;
                    }
                };
            }
        };
    }
}
