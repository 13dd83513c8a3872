package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LbfgsHistoryTest {
    /** How parameters and gradients changed. */
    private record Change(float[] move, float[] turn) {}

    /**
     * The two loops are the dense formula {@code H = (I - ρ·s·yᵀ)·H·(I - ρ·y·sᵀ) + ρ·s·sᵀ} (Nocedal and Wright 2006, 7.16) over
     * the last steps, begun with {@code sᵀy / yᵀy} of the newest times the identity (7.20).
     */
    @Property(tries = 300)
    void multipliesByTheInverseHessianOfTheLastSteps(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(min = 1, max = 4) int size,
            @ForAll @IntRange(min = 0, max = 11) int steps) {
        Random random = new Random(seed);
        LbfgsHistory history = new LbfgsHistory(n, size);
        List<Change> changes = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            Change change = new Change(new float[n], new float[n]);
            double curvature = 0;
            for (int i = 0; i < n; i++) {
                change.move()[i] = random.nextFloat() - 0.5f;
                change.turn()[i] = change.move()[i] * (0.5f + random.nextFloat()) + 0.1f * (random.nextFloat() - 0.5f);
                curvature += (double) change.move()[i] * change.turn()[i];
            }
            history.add(new float[n], change.move(), new float[n], change.turn());
            if (curvature > 0) {
                changes.add(change);
            } else if (changes.size() >= size) {
                // What is not remembered is written over the oldest.
                changes.subList(0, changes.size() - size + 1).clear();
            }
        }
        double[] direction = random.doubles(n, -1, 1).toArray();
        double[] expected = dense(changes.subList(Math.max(0, changes.size() - size), changes.size()), direction);
        history.multiplyByInverseHessian(direction);
        double largest = 1;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(direction).containsExactly(expected, within(1e-6 * largest));
    }

    private static double[] dense(List<Change> changes, double[] direction) {
        int n = direction.length;
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            h[i][i] = 1;
            if (!changes.isEmpty()) {
                Change newest = changes.get(changes.size() - 1);
                h[i][i] = dot(newest.move(), newest.turn()) / dot(newest.turn(), newest.turn());
            }
        }
        for (Change change : changes) {
            double rho = 1 / dot(change.move(), change.turn());
            double[][] left = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    left[i][j] = (i == j ? 1 : 0) - rho * change.move()[i] * change.turn()[j];
                }
            }
            double[][] next = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i][j] = rho * change.move()[i] * change.move()[j];
                    for (int k = 0; k < n; k++) {
                        for (int m = 0; m < n; m++) {
                            next[i][j] += left[i][k] * h[k][m] * left[j][m];
                        }
                    }
                }
            }
            h = next;
        }
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                product[i] += h[i][j] * direction[j];
            }
        }
        return product;
    }

    private static double dot(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (double) left[i] * right[i];
        }
        return sum;
    }

    @Test
    void aStepWithoutPositiveCurvatureIsNotRemembered() {
        LbfgsHistory history = new LbfgsHistory(2, 3);
        history.add(new float[2], new float[] {1, 0}, new float[2], new float[] {-1, 0});
        history.add(new float[2], new float[] {1, 0}, new float[2], new float[] {0, 5});
        history.add(new float[2], new float[2], new float[2], new float[2]);
        assertThat(history.isEmpty()).isTrue();
        double[] direction = {3, 4};
        history.multiplyByInverseHessian(direction);
        assertThat(direction).containsExactly(3, 4);

        history.add(new float[2], new float[] {1, 0}, new float[2], new float[] {2, 0});
        assertThat(history.isEmpty()).isFalse();
        history.multiplyByInverseHessian(direction);
        assertThat(direction).containsExactly(1.5, 2);
        history.clear();
        assertThat(history.isEmpty()).isTrue();
    }
}
