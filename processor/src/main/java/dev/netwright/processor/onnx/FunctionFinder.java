package dev.netwright.processor.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Finds functions that a file puts together of several operators, such as {@code x·sigmoid(x)} or GELU with its error function: where the
 * two sides of a sum or a product come from one value by steps that work on every element by itself, it is a function of that value.
 */
final class FunctionFinder {
    private static final int LONGEST_CHAIN = 24;

    /** Larger formulas would make generated methods long; the first derivative is a few times as large. */
    static final int LARGEST_FORMULA = 60;

    private static final Set<String> BINARY = Set.of("Add", "Sub", "Mul", "Div");

    private final OnnxGraph graph;
    private final Map<String, OnnxNode> producers;
    private final Map<String, OptionalDouble> numbers = new HashMap<>();

    private FunctionFinder(OnnxGraph graph) {
        this.graph = graph;
        producers = graph.producers();
    }

    /** The graph with one node for each function that is found; the nodes that led to it may be read by nobody then. */
    static OnnxGraph find(OnnxGraph graph) {
        FunctionFinder finder = new FunctionFinder(graph);
        List<OnnxNode> nodes = new ArrayList<>();
        for (OnnxNode node : graph.nodes()) {
            OnnxNode found = finder.recognised(node);
            finder.producers.put(node.output(), found);
            nodes.add(found);
        }
        return graph.withNodes(nodes);
    }

    /** The graph with one node for functions that follow one another, with what scales and moves between them. */
    static OnnxGraph joinChains(OnnxGraph graph) {
        FunctionFinder finder = new FunctionFinder(graph);
        Map<String, Integer> reads = new HashMap<>();
        graph.nodes().forEach(node -> node.inputs().forEach(input -> reads.merge(input, 1, Integer::sum)));
        graph.outputs().forEach(output -> reads.merge(output.name(), 2, Integer::sum));
        List<OnnxNode> nodes = new ArrayList<>();
        for (OnnxNode node : graph.nodes()) {
            OnnxNode joined = finder.joined(node, reads);
            finder.producers.put(node.output(), joined);
            nodes.add(joined);
        }
        return graph.withNodes(nodes);
    }

    /** A function of what comes before the first of the functions that only lead to it. Lines before that one belong to weights. */
    private OnnxNode joined(OnnxNode node, Map<String, Integer> reads) {
        Optional<ElementFormulas.Step> own = step(node);
        if (own.isEmpty() || own.get().formula().isLine()) {
            return node;
        }
        ElementFormulas.Step best = own.get();
        Formula formula = best.formula();
        String at = best.of();
        boolean hasJoined = false;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            OnnxNode producer = producers.get(at);
            Optional<ElementFormulas.Step> before = producer == null ? Optional.empty() : step(producer);
            if (before.isEmpty()) {
                break;
            }
            boolean isLine = before.get().formula().isLine();
            if (!isLine) {
                best = new ElementFormulas.Step(formula, at);
                if (reads.getOrDefault(at, 0) > 1) {
                    break;
                }
            }
            formula = formula.at(before.get().formula());
            at = before.get().of();
            if (formula.size() > LARGEST_FORMULA) {
                break;
            }
            hasJoined |= !isLine;
            if (!isLine || (hasJoined && KnownFunctions.find(formula).isPresent())) {
                best = new ElementFormulas.Step(formula, at);
            }
        }
        return best.equals(own.get()) ? node : node.as(best.formula(), best.of());
    }

    private OnnxNode recognised(OnnxNode node) {
        Optional<ElementFormulas.Step> choice = choice(node);
        if (choice.isPresent()) {
            return node.as(choice.get().formula(), choice.get().of());
        }
        if (!BINARY.contains(node.operator())
                || !node.domain().isEmpty()
                || node.inputs().size() != 2) {
            return node;
        }
        List<ElementFormulas.Step> left = chain(node.input(0));
        List<ElementFormulas.Step> right = chain(node.input(1));
        for (ElementFormulas.Step one : left) {
            for (ElementFormulas.Step other : right) {
                if (one.of().equals(other.of())) {
                    return ElementFormulas.combined(node.operator(), one.formula(), other.formula())
                            .filter(formula -> formula.size() <= LARGEST_FORMULA)
                            .map(formula -> node.as(formula, one.of()))
                            .orElse(node);
                }
            }
        }
        return node;
    }

    private Optional<ElementFormulas.Step> choice(OnnxNode node) {
        try {
            return new ChoiceFinder(producers, this::chain, this::number)
                    .find(node)
                    .filter(step -> step.formula().size() <= LARGEST_FORMULA);
        } catch (OnnxException | UnsupportedException e) {
            // Whoever goes through the nodes meets it again, and says so.
            return Optional.empty();
        }
    }

    /** What a value is a function of: itself, what that is a function of, and so on. None for constants. */
    private List<ElementFormulas.Step> chain(String name) {
        List<ElementFormulas.Step> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Formula formula = Formula.z();
        String at = name;
        while (!isConstant(at) && seen.add(at) && chain.size() < LONGEST_CHAIN && formula.size() <= LARGEST_FORMULA) {
            chain.add(new ElementFormulas.Step(formula, at));
            OnnxNode producer = producers.get(at);
            Optional<ElementFormulas.Step> step = producer == null ? Optional.empty() : step(producer);
            if (step.isEmpty()) {
                break;
            }
            formula = formula.at(step.get().formula());
            at = step.get().of();
        }
        return chain;
    }

    private Optional<ElementFormulas.Step> step(OnnxNode node) {
        try {
            return ElementFormulas.of(node, this::number);
        } catch (OnnxException | UnsupportedException e) {
            // Whoever goes through the nodes meets it again, and says so.
            return Optional.empty();
        }
    }

    private boolean isConstant(String name) {
        OnnxNode producer = producers.get(name);
        return name.isEmpty()
                || graph.initial().containsKey(name)
                || (producer != null && producer.operator().equals("Constant"));
    }

    private OptionalDouble number(String name) throws OnnxException, UnsupportedException {
        OptionalDouble known = numbers.get(name);
        if (known != null) {
            return known;
        }
        Optional<Tensor> tensor = graph.constant(name, producers);
        boolean isNumber =
                tensor.isPresent() && tensor.get().size() == 1 && tensor.get().shape().length <= 2;
        OptionalDouble number = isNumber ? OptionalDouble.of(tensor.get().values()[0]) : OptionalDouble.empty();
        numbers.put(name, number);
        return number;
    }
}
