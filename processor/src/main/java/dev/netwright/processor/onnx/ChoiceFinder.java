package dev.netwright.processor.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Finds functions that a file puts together of comparisons: {@code Where(z > 0.3, z - 0.3, 0)}, or with 1 and 0 a comparison that is cast
 * to numbers. Comparisons may be joined by And, Or and Not.
 */
final class ChoiceFinder {
    private static final int DEEPEST = 8;

    /** TensorProto.DataType.FLOAT. */
    private static final int REALS = 1;

    private final Map<String, OnnxNode> producers;
    private final Function<String, List<ElementFormulas.Step>> chains;
    private final ElementFormulas.Numbers numbers;

    /**
     * @param producers the nodes by what they give
     * @param chains    what a value is a function of, itself first
     * @param numbers   what constants are
     */
    ChoiceFinder(
            Map<String, OnnxNode> producers,
            Function<String, List<ElementFormulas.Step>> chains,
            ElementFormulas.Numbers numbers) {
        this.producers = producers;
        this.chains = chains;
        this.numbers = numbers;
    }

    /** The function that a node is, of what the comparison and both values come from; empty where it is no such node. */
    Optional<ElementFormulas.Step> find(OnnxNode node) throws OnnxException, UnsupportedException {
        boolean isChoice = node.operator().equals("Where") && node.inputs().size() == 3;
        boolean isCast = node.operator().equals("Cast") && node.integer("to", 0) == REALS;
        if (!node.domain().isEmpty() || !(isChoice || isCast)) {
            return Optional.empty();
        }
        for (ElementFormulas.Step tested : chains.apply(tested(node.input(0), 0))) {
            String of = tested.of();
            Optional<Formula> above = isCast ? Optional.of(Formula.of(1)) : formula(node.input(1), of);
            Optional<Formula> below = isCast ? Optional.of(Formula.of(0)) : formula(node.input(2), of);
            if (above.isPresent() && below.isPresent()) {
                Optional<Formula> chosen = chosen(node.input(0), of, above.get(), below.get(), 0);
                if (chosen.isPresent()) {
                    return chosen.map(formula -> new ElementFormulas.Step(formula, of));
                }
            }
        }
        return Optional.empty();
    }

    /** The first value that a condition compares; empty where it is no condition. */
    private String tested(String condition, int depth) throws OnnxException, UnsupportedException {
        OnnxNode node = producers.get(condition);
        if (node == null || depth > DEEPEST) {
            return "";
        }
        return switch (node.operator()) {
            case "Greater", "GreaterOrEqual", "Less", "LessOrEqual" ->
                numbers.of(node.input(0)).isPresent() ? node.input(1) : node.input(0);
            case "Not", "And", "Or", "Cast" -> tested(node.input(0), depth + 1);
            default -> "";
        };
    }

    private Optional<Formula> formula(String name, String of) throws OnnxException, UnsupportedException {
        OptionalDouble number = numbers.of(name);
        return number.isPresent()
                ? Optional.of(Formula.of(number.getAsDouble()))
                : chains.apply(name).stream()
                        .filter(step -> step.of().equals(of))
                        .map(ElementFormulas.Step::formula)
                        .findFirst();
    }

    /** One formula where a condition holds and another one where it does not. */
    private Optional<Formula> chosen(String condition, String of, Formula yes, Formula no, int depth)
            throws OnnxException, UnsupportedException {
        OnnxNode node = producers.get(condition);
        boolean isLarge = yes.size() + no.size() > FunctionFinder.LARGEST_FORMULA;
        if (node == null || !node.domain().isEmpty() || isLarge || depth > DEEPEST) {
            return Optional.empty();
        }
        String left = node.input(0);
        String right = node.input(1);
        return switch (node.operator()) {
            case "Not" -> chosen(left, of, no, yes, depth + 1);
            case "Cast" -> chosen(left, of, yes, no, depth + 1);
            case "And" -> {
                Optional<Formula> both = chosen(right, of, yes, no, depth + 1);
                yield both.isPresent() ? chosen(left, of, both.get(), no, depth + 1) : both;
            }
            case "Or" -> {
                Optional<Formula> other = chosen(right, of, yes, no, depth + 1);
                yield other.isPresent() ? chosen(left, of, yes, other.get(), depth + 1) : other;
            }
            case "Greater" -> greater(left, right, of, true, yes, no);
            case "GreaterOrEqual" -> greater(left, right, of, false, yes, no);
            case "Less" -> greater(right, left, of, true, yes, no);
            case "LessOrEqual" -> greater(right, left, of, false, yes, no);
            default -> Optional.empty();
        };
    }

    /** {@code left > right ? yes : no}, or with {@code >=}. */
    private Optional<Formula> greater(String left, String right, String of, boolean isStrict, Formula yes, Formula no)
            throws OnnxException, UnsupportedException {
        Optional<Formula> a = formula(left, of);
        Optional<Formula> b = formula(right, of);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> most = a.get().number();
        if (most.isPresent()) {
            double limit = most.get();
            return Optional.of(
                    isStrict ? b.get().notBelow(limit, no, yes) : b.get().above(limit, no, yes));
        }
        Formula tested = b.get().number().isPresent() ? a.get() : a.get().minus(b.get());
        double limit = b.get().number().orElse(0.0);
        return Optional.of(isStrict ? tested.above(limit, yes, no) : tested.notBelow(limit, yes, no));
    }
}
