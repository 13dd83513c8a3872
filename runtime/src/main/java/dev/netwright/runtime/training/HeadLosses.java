package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A loss and a weight for each output head, in the order of the heads. What training makes small is the weighted sum of the heads' losses,
 * each a mean over the rows of its own: {@code L = Σ weight·(Σ w·l / Σ w)}.
 */
final class HeadLosses {
    /**
     * One of them.
     *
     * @param loss   of the head's outputs
     * @param weight of this loss in the sum
     */
    record Weighted(Loss loss, float weight) {
        Weighted {
            if (!(weight >= 0f) || weight == Float.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("The weight of the loss " + loss.name() + " is " + weight
                        + "; it must be finite and at least 0.");
            }
        }
    }

    private final List<String> heads;
    private final List<Weighted> losses;

    private HeadLosses(List<String> heads, List<Weighted> losses) {
        this.heads = List.copyOf(heads);
        this.losses = List.copyOf(losses);
    }

    /**
     * Of a network.
     *
     * @param given by the heads' names
     * @throws IllegalStateException if a head has none, or all have weight 0; the message has what to call before {@code method}
     */
    static HeadLosses of(Topology topology, Map<String, Weighted> given, String method) {
        List<Weighted> losses = new ArrayList<>();
        for (String output : topology.outputs()) {
            Weighted loss = given.get(output);
            if (loss == null) {
                throw new IllegalStateException(
                        topology.outputs().size() == 1
                                ? "The trainer has no loss; call loss(...) before " + method + "."
                                : "Head " + output + " of " + topology.name() + " has no loss; call loss(\"" + output
                                        + "\", ...) before " + method + ".");
            }
            losses.add(loss);
        }
        if (losses.stream().allMatch(loss -> loss.weight() == 0f)) {
            throw new IllegalStateException(
                    "The losses of " + topology.name() + " all have weight 0, so that there is nothing to learn.");
        }
        return new HeadLosses(topology.outputs(), losses);
    }

    /** How many heads. */
    int count() {
        return losses.size();
    }

    Loss loss(int head) {
        return losses.get(head).loss();
    }

    float weight(int head) {
        return losses.get(head).weight();
    }

    /**
     * The weighted sum of the heads' mean losses.
     *
     * @param sums    of each head {@code Σ w·l}
     * @param weights of each head {@code Σ w}
     */
    double mean(double[] sums, double[] weights) {
        double mean = 0;
        for (int head = 0; head < sums.length; head++) {
            mean += isSilent(weights[head]) ? 0 : weight(head) * (sums[head] / weights[head]);
        }
        return mean;
    }

    /** The mean loss of each head by its name, which the weight of the loss does not change; of the same sums. */
    Map<String, Double> means(double[] sums, double[] weights) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int head = 0; head < sums.length; head++) {
            means.put(heads.get(head), sums[head] / weights[head]);
        }
        return means;
    }

    /**
     * Whether some rows say anything of the parameters.
     *
     * @param weights of each head {@code Σ w}
     */
    boolean counts(double[] weights) {
        for (int head = 0; head < weights.length; head++) {
            if (weight(head) > 0 && weights[head] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Such as {@code policy: cross-entropy, value: mean squared error times 0.5}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        for (int head = 0; head < losses.size(); head++) {
            text.add(heads.get(head) + ": " + loss(head) + (weight(head) == 1f ? "" : " times " + weight(head)));
        }
        return text.toString();
    }

    /** What the gradients of a head's {@code w·l} are multiplied with. */
    double scale(int head, double weightOfRows) {
        return isSilent(weightOfRows) ? 0 : weight(head) / weightOfRows;
    }

    /** A head of several may have nothing to say in a batch, whose rows all have the weight 0 for it. */
    private boolean isSilent(double weightOfRows) {
        return weightOfRows == 0 && losses.size() > 1;
    }

    /** {@code Σ w} of some rows for a head. */
    double weightOfRows(int head, Dataset data, int[] order, int first, int rows) {
        Loss loss = loss(head);
        if (loss.weighsAlike(data.targets(head))) {
            return rows;
        }
        double weight = 0;
        for (int i = first; i < first + rows; i++) {
            weight += loss.weight(data.targets(head), order.length == 0 ? i : order[i]);
        }
        return weight;
    }
}
