package dev.netwright.benchmarks.peer;

import dev.netwright.benchmarks.work.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Moves arrays of parameters and clears their gradients; keeps Adam's moments by array, in the order of the calls. */
final class FloatRule {
    private final Rule rule;
    private final List<float[][]> moments = new ArrayList<>();
    private int step;
    private int next;

    FloatRule(Rule rule) {
        this.rule = rule;
    }

    void nextStep() {
        step++;
        next = 0;
    }

    void move(float[] parameters, float[] gradients, int rows) {
        if (rule == Rule.ADAM) {
            if (moments.size() == next) {
                moments.add(new float[2][parameters.length]);
            }
            adam(parameters, gradients, moments.get(next++), rows);
        } else {
            float rate = rule.learningRate() / rows;
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= rate * gradients[i];
            }
        }
        Arrays.fill(gradients, 0);
    }

    private void adam(float[] parameters, float[] gradients, float[][] moments, int rows) {
        float[] means = moments[0];
        float[] squares = moments[1];
        float share = 1f / rows;
        float rate = rule.learningRate() / (float) (1 - Math.pow(0.9, step));
        float rootScale = (float) (1 / Math.sqrt(1 - Math.pow(0.999, step)));
        for (int i = 0; i < parameters.length; i++) {
            float g = share * gradients[i];
            float m = 0.9f * means[i] + 0.1f * g;
            float v = 0.999f * squares[i] + 0.001f * g * g;
            means[i] = m;
            squares[i] = v;
            parameters[i] -= rate * m / (rootScale * (float) Math.sqrt(v) + 1e-8f);
        }
    }
}
