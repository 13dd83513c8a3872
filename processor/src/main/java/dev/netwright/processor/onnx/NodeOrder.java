package dev.netwright.processor.onnx;

import dev.netwright.onnx.schema.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** The order in which nodes can be computed. The format asks for it in the file; some write constants behind what reads them, which runtimes put up with. */
final class NodeOrder {
    private NodeOrder() {}

    /**
     * The numbers of the nodes, from 0, each behind those that it reads, and of several the first one of the file first. Those that read each other
     * in a circle come last, as they are in the file.
     */
    static List<Integer> of(List<NodeProto> nodes) {
        Map<String, Integer> producers = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (String output : nodes.get(i).getOutputList()) {
                producers.put(output, i);
            }
        }
        int[] missing = new int[nodes.size()];
        Map<Integer, List<Integer>> readers = new HashMap<>();
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (String input : nodes.get(i).getInputList()) {
                Integer producer = input.isEmpty() ? null : producers.get(input);
                if (producer != null) {
                    missing[i]++;
                    readers.computeIfAbsent(producer, unused -> new ArrayList<>())
                            .add(i);
                }
            }
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            order.add(next);
            for (int reader : readers.getOrDefault(next, List.of())) {
                if (--missing[reader] == 0) {
                    ready.add(reader);
                }
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (missing[i] > 0) {
                order.add(i);
            }
        }
        return order;
    }
}
