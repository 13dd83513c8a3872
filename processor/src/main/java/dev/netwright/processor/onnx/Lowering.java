package dev.netwright.processor.onnx;

import dev.netwright.processor.model.Ending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Goes through the nodes of a graph and puts layers together of them. Problems are collected: what depends on one is left out. */
final class Lowering {
    private static final int MOST_NAMES = 10;

    private final OnnxGraph graph;
    private final Outputs outputs;
    private final LiveGraph live;
    private final Layers layers = new Layers();
    private final Scaling scaling = new Scaling(layers);
    private final Activating activating;
    private final Optional<ClassOutputs> classOutputs;
    private final Operators operators;
    private final Map<String, Value> values = new HashMap<>();
    private final Set<String> data = new HashSet<>();
    private final List<DraftInput> inputs = new ArrayList<>();
    private final List<OnnxProblem> problems;
    private final Map<String, OnnxProblem> unread = new LinkedHashMap<>();
    private final int rows;

    Lowering(OnnxGraph read, ImportRequest request, List<OnnxProblem> problems) throws OnnxException {
        this.problems = problems;
        outputs = Outputs.of(read);
        graph = FunctionFinder.joinChains(NormalizationFinder.find(FunctionFinder.find(CropFinder.find(read))));
        live = new LiveGraph(graph, outputs.names());
        activating = new Activating(layers, scaling, request.packageName(), request.generatedName());
        operators = new Operators(layers, scaling, activating);
        rows = Inputs.fixedRows(graph.inputs().stream()
                .filter(input -> live.isRead(input.name()))
                .toList());
        OptionalInt classes = request.classes();
        boolean classifies = classes.isPresent() && outputs.names().size() == 1;
        classOutputs = classifies
                ? Optional.of(new ClassOutputs(layers, scaling, activating, classes.getAsInt()))
                : Optional.empty();
    }

    /** The network; empty where there are problems. */
    Optional<ImportedNetwork> network() throws OnnxException {
        readInputs();
        for (OnnxNode node : live.nodes()) {
            apply(node);
        }
        // Whatever else is wrong, a model with these has no other way.
        problems.addAll(0, unread.values());
        problems.replaceAll(this::withOthers);
        List<Draft> heads = new ArrayList<>();
        for (int i = 0; i < outputs.names().size(); i++) {
            addHead(outputs.names().get(i), outputs.ends().get(i), heads);
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Ending ending = classOutputs.map(ClassOutputs::ending).orElse(Ending.AS_IT_IS);
        return Optional.of(
                new Assembly(graph, inputs, layers.drafts(), heads, outputs, activating.functions()).network(ending));
    }

    private void readInputs() {
        Inputs reader = new Inputs(graph, live.readers());
        for (OnnxEnd input : graph.inputs()) {
            data.add(input.name());
            boolean isRead =
                    live.readers().containsKey(input.name()) || outputs.names().contains(input.name());
            if (!isRead) {
                continue;
            }
            try {
                Flow flow = reader.flow(input, rows);
                inputs.add((DraftInput) flow.ports().get(0));
                values.put(input.name(), flow);
            } catch (OnnxException e) {
                problems.add(e.problem());
                values.put(input.name(), Value.UNKNOWN);
            }
        }
    }

    private void apply(OnnxNode node) {
        List<Value> results = List.of();
        try {
            List<Optional<Value>> read = new ArrayList<>();
            for (String input : node.inputs()) {
                read.add(value(input));
            }
            boolean isKnown = read.stream().noneMatch(value -> value.equals(Optional.of(Value.UNKNOWN)));
            if (isKnown) {
                results = operators.apply(new Call(node, read, live.goesOn(node.output()), rows));
                checkOutputs(node, results);
            } else if (!operators.isRead(node)) {
                throw Operators.unknown(node);
            }
        } catch (UnsupportedException e) {
            OnnxProblem problem = new OnnxProblem(OnnxProblem.Kind.NODE, place(node), e.what(), e.cure());
            if (operators.isRead(node)) {
                problems.add(problem);
            } else {
                unread.putIfAbsent(node.fullOperator(), problem);
            }
        } catch (OnnxException e) {
            addOnce(e.problem());
        }
        for (int i = 0; i < node.outputs().size(); i++) {
            Value result = i < results.size() ? results.get(i) : Value.UNKNOWN;
            values.put(node.outputs().get(i), result);
            if (!(result instanceof Tensor)) {
                data.add(node.outputs().get(i));
            }
        }
    }

    /** What is wrong with the file in many places, such as numbers that are beside it, is said of the first. */
    private void addOnce(OnnxProblem problem) {
        boolean isSaid = problem.kind() == OnnxProblem.Kind.FILE
                && problems.stream().anyMatch(other -> other.what().equals(problem.what()));
        if (!isSaid) {
            problems.add(problem);
        }
    }

    /** A problem with the outputs that have none, where there are such. */
    private OnnxProblem withOthers(OnnxProblem problem) {
        List<String> others = IntStream.range(0, outputs.names().size())
                .filter(i -> values.get(outputs.names().get(i)) instanceof Flow)
                .mapToObj(i -> Quotes.of(outputs.ends().get(i)))
                .limit(MOST_NAMES)
                .toList();
        if (problem.kind() != OnnxProblem.Kind.NODE || others.isEmpty()) {
            return problem;
        }
        String names = others.size() == 1 ? others.get(0) : "{" + String.join(", ", others) + "}";
        return new OnnxProblem(
                problem.kind(),
                problem.place(),
                problem.what(),
                problem.cure() + "; or choose outputs that do without it, outputs = " + names + " in @OnnxModel");
    }

    /** Some operators give more than a layer does: masks, indices, statistics, labels. */
    private void checkOutputs(OnnxNode node, List<Value> results) throws UnsupportedException {
        for (int i = 0; i < node.outputs().size(); i++) {
            boolean isGiven = i < results.size() && !results.get(i).equals(Value.UNKNOWN);
            if (!isGiven && live.isRead(node.outputs().get(i))) {
                throw new UnsupportedException(
                        "its output " + (i + 1) + ", "
                                + Quotes.of(node.outputs().get(i)) + ", is read, which no layer gives",
                        "let the model do without it");
            }
        }
    }

    /** What a name stands for; empty for an input that is left out. */
    private Optional<Value> value(String name) throws OnnxException {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Value value = values.get(name);
        if (value == null) {
            if (!graph.initial().containsKey(name)) {
                throw new IllegalStateException("Nothing gives " + name);
            }
            value = Value.UNKNOWN;
            values.put(name, value);
            value = TensorReader.read(graph.initial().get(name), "the constant " + Quotes.of(name));
            values.put(name, value);
        }
        return Optional.of(value instanceof Flow flow && live.isShared(name) ? flow.shared() : value);
    }

    private void addHead(String name, String end, List<Draft> heads) throws OnnxException {
        Optional<Value> value = value(name);
        if (value.equals(Optional.of(Value.UNKNOWN))) {
            return;
        }
        String place = "the output " + Quotes.of(end);
        if (!(value.orElseThrow() instanceof Flow flow)) {
            throw OnnxException.ofEnd(
                    place,
                    "it does not depend on a sample",
                    "leave it out, or name the others: @OnnxModel(value = ..., outputs = ...)");
        }
        if (flow.isWhole()) {
            throw OnnxException.ofEnd(place, "it is whole numbers of an input", "leave it out");
        }
        try {
            Optional<Draft> pair = TwoClasses.of(flow);
            Draft head = pair.isPresent() ? layers.add(pair.get()) : last(flow);
            // Each output has a layer of its own.
            heads.add(heads.contains(head) ? last(scaling.made(flow)) : head);
        } catch (UnsupportedException e) {
            throw OnnxException.ofEnd(place, e.what(), e.cure());
        }
    }

    private Draft last(Flow flow) throws UnsupportedException {
        Flow given = classOutputs.isPresent() ? classOutputs.get().probabilities(flow) : flow;
        return (Draft) scaling.head(given, areImages()).ports().get(0);
    }

    private boolean areImages() {
        return graph.inputs().stream()
                .anyMatch(input -> values.get(input.name()) instanceof Flow flow && ChannelOrder.isImage(flow));
    }

    /** {@code Gemm "/fc1/Gemm" (node 5 of 17, opset 13), which reads [N, 784] and constants [10, 784] and [10]; it follows ...}. */
    private String place(OnnxNode node) {
        String name = node.name().isEmpty() ? "" : " " + Quotes.of(node.name());
        String read = node.inputs().stream()
                .filter(input -> !input.isEmpty())
                .map(this::description)
                .collect(Collectors.joining(" and "));
        return Quotes.plain(node.fullOperator()) + name + " (node " + node.number() + " of "
                + graph.count() + ", opset " + node.version() + "), which reads "
                + (read.isEmpty() ? "nothing" : read) + " on the way " + live.pathTo(node, data);
    }

    private String description(String name) {
        Value value = values.getOrDefault(name, Value.UNKNOWN);
        if (value instanceof Tensor tensor) {
            return "a constant " + tensor;
        }
        return value instanceof Flow flow ? Shapes.ofData(flow.shape()) : Quotes.of(name);
    }
}
