package dev.netwright.runtime.training;

import dev.netwright.runtime.Topology;
import dev.netwright.runtime.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A metric of one output head.
 *
 * @param head   its number
 * @param name   the metric's own, after the head's where there are several
 * @param metric what is measured
 */
record HeadMetric(int head, String name, Metric metric) {
    /** Of a network's heads, in their order, what is given by their names. */
    static List<HeadMetric> of(Topology topology, Map<String, List<Metric>> given) {
        List<HeadMetric> all = new ArrayList<>();
        for (int head = 0; head < topology.outputs().size(); head++) {
            String output = topology.outputs().get(head);
            for (Metric metric : given.getOrDefault(output, List.of())) {
                String name = topology.outputs().size() == 1 ? metric.name() : name(output, metric);
                all.add(new HeadMetric(head, name, metric));
            }
        }
        return all;
    }

    /** {@code policy accuracy}. */
    static String name(String head, Metric metric) {
        return head + " " + metric.name();
    }
}
