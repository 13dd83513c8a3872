package dev.netwright.runtime.training;

import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A metric of one output head.
 *
 * @param head   its number
 * @param name   the metric's own, after the head's where that was said
 * @param metric what is measured
 */
record HeadMetric(int head, String name, Metric metric) {
    /** Of the only head, which nobody named. */
    static List<HeadMetric> ofOnlyHead(Metric... metrics) {
        return Arrays.stream(metrics)
                .map(metric -> new HeadMetric(0, metric.name(), metric))
                .toList();
    }

    /** Of a head that was named, whether it is the only one or not: so are they found again. */
    static List<HeadMetric> ofHead(Topology topology, String head, Metric... metrics) {
        int number = topology.outputs().indexOf(DataChecks.head(topology, head));
        return Arrays.stream(metrics)
                .map(metric -> new HeadMetric(number, name(head, metric), metric))
                .toList();
    }

    /** In the order of the heads, what is given by their names. */
    static List<HeadMetric> all(Topology topology, Map<String, List<HeadMetric>> given) {
        return topology.outputs().stream()
                .flatMap(output -> given.getOrDefault(output, List.of()).stream())
                .toList();
    }

    /** {@code policy accuracy}. */
    static String name(String head, Metric metric) {
        return head + " " + metric.name();
    }
}
