package dev.netwright.benchmarks.peer;

import dev.netwright.benchmarks.work.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Moves arrays of parameters and clears their gradients; keeps Adam's moments by array, in the order of the calls. */
final class DoubleRule {
    private final Rule rule;
    private final List<double[][]> moments = new ArrayList<>();
    private int step;
    private int next;

    DoubleRule(Rule rule) {
        this.rule = rule;
    }

    void nextStep() {
        step++;
        next = 0;
    }

    void move(double[] parameters, double[] gradients, int rows) {
        if (rule == Rule.ADAM) {
            if (moments.size() == next) {
                moments.add(new double[2][parameters.length]);
            }
            adam(parameters, gradients, moments.get(next++), rows);
        } else {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= rule.learningRate() * gradients[i] / rows;
            }
        }
        Arrays.fill(gradients, 0);
    }

    private void adam(double[] parameters, double[] gradients, double[][] moments, int rows) {
        double meanScale = 1 - Math.pow(0.9, step);
        double squareScale = 1 - Math.pow(0.999, step);
        for (int i = 0; i < parameters.length; i++) {
            double g = gradients[i] / rows;
            moments[0][i] = 0.9 * moments[0][i] + 0.1 * g;
            moments[1][i] = 0.999 * moments[1][i] + 0.001 * g * g;
            parameters[i] -=
                    rule.learningRate() * (moments[0][i] / meanScale) / (Math.sqrt(moments[1][i] / squareScale) + 1e-8);
        }
    }
}
