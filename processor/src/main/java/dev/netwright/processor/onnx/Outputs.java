package dev.netwright.processor.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which outputs of a graph a network has: those that are real numbers. What a classifier says besides, the number or the name of the class, is
 * left out, and so is what puts probabilities into maps.
 *
 * @param names  of the values
 * @param ends   of the outputs, as the file calls them
 * @param labels of each what its numbers stand for; empty where the file does not say
 */
record Outputs(List<String> names, List<String> ends, List<List<String>> labels) {
    Outputs {
        names = List.copyOf(names);
        ends = List.copyOf(ends);
        labels = labels.stream().map(List::copyOf).toList();
    }

    static Outputs of(OnnxGraph graph) throws OnnxException {
        Map<String, OnnxNode> producers = graph.producers();
        List<String> names = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        List<List<String>> labels = new ArrayList<>();
        for (OnnxEnd output : graph.outputs()) {
            OnnxNode producer = producers.get(output.name());
            if (producer != null && producer.operator().equals("ZipMap")) {
                if (!names.contains(producer.input(0))) {
                    names.add(producer.input(0));
                    ends.add(output.name());
                    labels.add(labels(producer));
                }
            } else if (output.kind() == OnnxEnd.Kind.REAL && !names.contains(output.name())) {
                names.add(output.name());
                ends.add(output.name());
                labels.add(LabelText.parse(graph.metadata().getOrDefault(LabelText.KEY + output.name(), "")));
            }
        }
        if (names.isEmpty()) {
            throw OnnxException.ofEnd(
                    "the output " + Quotes.of(graph.outputs().get(0).name()),
                    "it has no real numbers, and no other output has",
                    "let the model give what the class is chosen by, probabilities or scores");
        }
        return new Outputs(names, ends, labels);
    }

    private static List<String> labels(OnnxNode map) {
        try {
            List<String> texts = map.texts("classlabels_strings");
            if (!texts.isEmpty()) {
                return texts;
            }
            List<String> numbers = new ArrayList<>();
            for (int number : map.integers("classlabels_int64s")) {
                numbers.add(Integer.toString(number));
            }
            return numbers;
        } catch (UnsupportedException e) {
            // Names are worth less than the network.
            return List.of();
        }
    }
}
