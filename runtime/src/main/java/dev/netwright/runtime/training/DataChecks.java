package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Topology;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What trainer and evaluation refuse before they begin. Every message has the values that were found. */
final class DataChecks {
    private DataChecks() {}

    static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + value + ".");
        }
        return value;
    }

    /** The number of the first parameter that is NaN or infinite; empty where there is none. */
    static OptionalInt firstNotFinite(float[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            if (!Float.isFinite(parameters[i])) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    static void fits(Network network, Optional<Loss> loss, List<Metric> metrics, String name, Dataset data) {
        Objects.requireNonNull(data, name);
        if (data.inputs() != network.inputSize()) {
            throw new IllegalArgumentException("The " + name + " have " + data.inputs() + " features, but "
                    + network.topology().name() + " takes " + network.inputSize() + ".");
        }
        Topology.Head head = onlyHead(network.topology());
        if (loss.isPresent()) {
            loss.get().check(head, data.targets());
            checkWeights(loss.get(), name, data);
        }
        Set<String> names = new HashSet<>();
        for (Metric metric : metrics) {
            if (!names.add(metric.name())) {
                throw new IllegalArgumentException("The metric " + metric.name() + " is given twice.");
            }
            metric.check(head, data.targets());
        }
    }

    private static Topology.Head onlyHead(Topology topology) {
        if (topology.outputs().size() > 1) {
            throw new IllegalArgumentException("Trainer and Evaluation take networks with one output, but "
                    + topology.name() + " has " + topology.outputs().size() + ": "
                    + String.join(", ", topology.outputs()) + "; go backward with a Pass.");
        }
        return topology.heads().get(0);
    }

    private static void checkWeights(Loss loss, String name, Dataset data) {
        for (int row = 0; row < data.rows(); row++) {
            if (loss.weight(data.targets(), row) > 0) {
                return;
            }
        }
        throw new IllegalArgumentException(
                "Every row of the " + name + " has weight 0, so that nothing counts; give at least one a weight.");
    }

    static double metric(Map<String, Double> metrics, String name) {
        Double value = metrics.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No metric \"" + name + "\" was measured; there "
                    + (metrics.isEmpty() ? "are none." : "are: " + String.join(", ", metrics.keySet()) + "."));
        }
        return value;
    }
}
