package dev.netwright.onnx;

import dev.netwright.runtime.topology.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The nodes of an activation that is an expression of z: one for each step, but what occurs twice is computed once. */
final class ExpressionNodes {
    private static final String CLIP = "Clip";

    private final GraphNodes graph;
    private final String layer;
    private final Map<Expression, String> known = new HashMap<>();

    /** @param z the name of the tensor that it is applied to, of any sizes */
    ExpressionNodes(GraphNodes graph, String layer, String z) {
        this.graph = graph;
        this.layer = layer;
        known.put(new Expression.Variable(), z);
    }

    /** What an expression gives, of the sizes of z; a number alone has none. */
    String apply(Expression expression) {
        String before = known.get(expression);
        if (before != null) {
            return before;
        }
        String node = nodes(expression);
        known.put(expression, node);
        return node;
    }

    private String nodes(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return graph.number((float) constant.value());
        } else if (expression instanceof Expression.Sum sum) {
            return binary("Add", sum.left(), sum.right());
        } else if (expression instanceof Expression.Difference difference) {
            return binary("Sub", difference.left(), difference.right());
        } else if (expression instanceof Expression.Product product) {
            return binary("Mul", product.left(), product.right());
        } else if (expression instanceof Expression.Quotient quotient) {
            return binary("Div", quotient.left(), quotient.right());
        } else if (expression instanceof Expression.Call call) {
            return function(call.function(), apply(call.of()));
        } else if (expression instanceof Expression.Choice choice) {
            return limits(choice).orElseGet(() -> chosen(choice));
        }
        throw new IllegalStateException("Nothing is known of " + expression + ".");
    }

    private String function(Expression.Function function, String x) {
        return switch (function) {
            case EXP -> node("Exp", x);
            case LOG -> node("Log", x);
            case TANH -> node("Tanh", x);
            case SIGMOID -> node("Sigmoid", x);
            case SOFTPLUS -> node("Softplus", x);
            case NORMAL_CDF -> normalCdf(x);
            case SQRT -> node("Sqrt", x);
            case ABS -> node("Abs", x);
        };
    }

    private String normalCdf(String x) {
        String erf = node("Erf", node("Div", x, graph.number((float) Math.sqrt(2))));
        return node("Mul", node("Add", erf, graph.number(1f)), graph.number(0.5f));
    }

    /** A choice between a value and a limit of it is a node of its own, both limits of one value together. */
    private Optional<String> limits(Expression.Choice choice) {
        Expression x = choice.tested();
        if (choice.equals(least(x, choice.limit()))) {
            return Optional.of(node(CLIP, apply(x), limit(choice.limit())));
        }
        if (!choice.above().equals(new Expression.Constant(choice.limit()))) {
            return Optional.empty();
        }
        if (choice.below().equals(x)) {
            return Optional.of(node(CLIP, apply(x), "", limit(choice.limit())));
        }
        boolean hasBoth = choice.below() instanceof Expression.Choice below
                && below.limit() <= choice.limit()
                && below.equals(least(x, below.limit()));
        return hasBoth
                ? Optional.of(node(
                        CLIP, apply(x), limit(((Expression.Choice) choice.below()).limit()), limit(choice.limit())))
                : Optional.empty();
    }

    private static Expression least(Expression x, double limit) {
        return new Expression.Choice(x, limit, x, new Expression.Constant(limit));
    }

    private String limit(double value) {
        return graph.number((float) value);
    }

    private String chosen(Expression.Choice choice) {
        String x = apply(choice.tested());
        OptionalDouble least = choice.least();
        boolean isBelow = choice.hasNumberBelow();
        String isFirst = least.isPresent()
                ? node(isBelow ? "Less" : "GreaterOrEqual", x, graph.number((float) least.getAsDouble()))
                : node(isBelow ? "LessOrEqual" : "Greater", x, graph.number(notAbove(choice.limit())));
        Expression first = isBelow ? choice.below() : choice.above();
        Expression last = isBelow ? choice.above() : choice.below();
        return node("Where", isFirst, apply(first), apply(last));
    }

    /** The same limit for floats. */
    private static float notAbove(double limit) {
        float nearest = (float) limit;
        return nearest > limit ? Math.nextDown(nearest) : nearest;
    }

    private String binary(String operator, Expression left, Expression right) {
        return node(operator, apply(left), apply(right));
    }

    private String node(String operator, String... inputs) {
        return graph.add(layer, operator, List.of(inputs));
    }
}
