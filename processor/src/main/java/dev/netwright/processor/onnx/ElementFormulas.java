package dev.netwright.processor.onnx;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The formulas of operators that do the same to every element: those of one input, and of arithmetic with a number. */
final class ElementFormulas {
    /** The largest power that is written as a product. */
    private static final int LARGEST_POWER = 8;

    /** The operators, of which some need numbers that are constants. */
    static final Set<String> OPERATORS = Set.of(
            "Abs",
            "Add",
            "Celu",
            "Clip",
            "Div",
            "Elu",
            "Erf",
            "Exp",
            "FastGelu",
            OnnxNode.FUNCTION,
            "Gelu",
            "HardSigmoid",
            "HardSwish",
            "LeakyRelu",
            "Log",
            "Max",
            "Min",
            "Mish",
            "Mul",
            "Neg",
            "PRelu",
            "Pow",
            "QuickGelu",
            "Reciprocal",
            "Relu",
            "Selu",
            "Sigmoid",
            "Softplus",
            "Softsign",
            "Sqrt",
            "Sub",
            "Swish",
            "Tanh",
            "ThresholdedRelu");

    private ElementFormulas() {}

    /** Looks up what a name stands for, where that is one number. */
    interface Numbers {
        /** The number; empty where the name means no constant, or one of several elements. */
        OptionalDouble of(String name) throws OnnxException, UnsupportedException;
    }

    /**
     * A function of the one input that is data.
     *
     * @param formula the function
     * @param of      the name of the input
     */
    record Step(Formula formula, String of) {}

    /** What a node does to every element of one of its inputs; empty where it is no such node. */
    static Optional<Step> of(OnnxNode node, Numbers numbers) throws OnnxException, UnsupportedException {
        if (node.function().isPresent()) {
            return Optional.of(new Step(node.function().get(), node.input(0)));
        }
        boolean isOwn = node.domain().isEmpty() || node.domain().equals("com.microsoft");
        if (!isOwn || node.inputs().isEmpty()) {
            return Optional.empty();
        }
        Optional<Formula> single = ofOne(node, numbers);
        if (single.isPresent()) {
            return single.map(formula -> new Step(formula, node.input(0)));
        }
        if (node.inputs().size() != 2) {
            return Optional.empty();
        }
        OptionalDouble left = numbers.of(node.input(0));
        OptionalDouble right = numbers.of(node.input(1));
        if (left.isPresent() == right.isPresent()) {
            return Optional.empty();
        }
        Formula a = left.isPresent() ? Formula.of(left.getAsDouble()) : Formula.z();
        Formula b = right.isPresent() ? Formula.of(right.getAsDouble()) : Formula.z();
        return combined(node.operator(), a, b).map(formula -> new Step(formula, node.input(left.isPresent() ? 1 : 0)));
    }

    /** What an operator of two inputs makes of two formulas; empty where that is none. */
    static Optional<Formula> combined(String operator, Formula a, Formula b) {
        return switch (operator) {
            case "Add" -> Optional.of(a.plus(b));
            case "Sub" -> Optional.of(a.minus(b));
            case "Mul" -> Optional.of(a.times(b));
            case "Div" -> Optional.of(a.over(b));
            case "Max" ->
                b.number()
                        .map(limit -> a.within(limit, Double.POSITIVE_INFINITY))
                        .or(() -> a.number().map(limit -> b.within(limit, Double.POSITIVE_INFINITY)));
            case "Min" ->
                b.number()
                        .map(limit -> a.within(Double.NEGATIVE_INFINITY, limit))
                        .or(() -> a.number().map(limit -> b.within(Double.NEGATIVE_INFINITY, limit)));
            case "Pow" -> b.number().flatMap(exponent -> power(a, exponent));
            default -> Optional.empty();
        };
    }

    private static Optional<Formula> power(Formula base, double exponent) {
        if (exponent == 0.5) {
            return Optional.of(base.in(Functions.SQRT));
        }
        boolean isWhole = exponent == Math.rint(exponent) && exponent >= 1 && exponent <= LARGEST_POWER;
        return isWhole ? Optional.of(base.power((int) exponent)) : Optional.empty();
    }

    private static Optional<Formula> ofOne(OnnxNode node, Numbers numbers) throws OnnxException, UnsupportedException {
        Formula z = Formula.z();
        Formula one = Formula.of(1);
        return switch (node.operator()) {
            case "Relu" -> Optional.of(z.within(0, Double.POSITIVE_INFINITY));
            case "LeakyRelu" ->
                Optional.of(
                        z.above(0, z, Formula.of(node.number("alpha", 0.01f)).times(z)));
            case "PRelu" -> slope(node, numbers);
            case "Elu" -> Optional.of(z.above(0, z, depth(node.number("alpha", 1), z)));
            case "Selu" ->
                Optional.of(Formula.of(node.number("gamma", 1.0507009873554805))
                        .times(z.above(0, z, depth(node.number("alpha", 1.6732632423543772), z))));
            case "Celu" -> celu(node.number("alpha", 1));
            case "ThresholdedRelu" -> Optional.of(z.above(node.number("alpha", 1), z, Formula.of(0)));
            case "Gelu", "FastGelu" -> gelu(node);
            case "QuickGelu" ->
                Optional.of(z.times(
                        Formula.of(node.number("alpha", 1.702f)).times(z).in(Functions.SIGMOID)));
            case "Swish" ->
                Optional.of(z.times(Formula.of(node.number("alpha", 1)).times(z).in(Functions.SIGMOID)));
            case "Sigmoid" -> Optional.of(z.in(Functions.SIGMOID));
            case "HardSigmoid" ->
                Optional.of(Formula.of(node.number("alpha", 0.2f))
                        .times(z)
                        .plus(Formula.of(node.number("beta", 0.5)))
                        .within(0, 1));
            case "HardSwish" -> Optional.of(KnownFunctions.hardSwish(z));
            case "Mish" -> Optional.of(z.times(z.in(Functions.SOFTPLUS).in(Functions.TANH)));
            case "Tanh" -> Optional.of(z.in(Functions.TANH));
            case "Softplus" -> Optional.of(z.in(Functions.SOFTPLUS));
            case "Softsign" -> Optional.of(z.over(one.plus(z.in(Functions.ABS))));
            case "Erf" ->
                Optional.of(Formula.of(2)
                        .times(Formula.of(Math.sqrt(2)).times(z).in(Functions.NORMAL))
                        .plus(Formula.of(-1)));
            case "Exp" -> Optional.of(z.in(Functions.EXP));
            case "Log" -> Optional.of(z.in(Functions.LOG));
            case "Sqrt" -> Optional.of(z.in(Functions.SQRT));
            case "Abs" -> Optional.of(z.in(Functions.ABS));
            case "Neg" -> Optional.of(Formula.of(-1).times(z));
            case "Reciprocal" -> Optional.of(one.over(z));
            case "Clip" -> clip(node, numbers);
            default -> Optional.empty();
        };
    }

    private static Formula depth(double alpha, Formula z) {
        return Formula.of(alpha).times(z.in(Functions.EXP).plus(Formula.of(-1)));
    }

    private static Optional<Formula> celu(double alpha) {
        Formula below = depth(alpha, Formula.z().over(Formula.of(alpha)));
        return Optional.of(Formula.z().above(0, Formula.z(), below));
    }

    private static Optional<Formula> gelu(OnnxNode node) throws UnsupportedException {
        Formula z = Formula.z();
        if (node.operator().equals("FastGelu")) {
            return node.input(1).isEmpty() ? Optional.of(KnownFunctions.geluTanh(z)) : Optional.empty();
        }
        return Optional.of(
                node.text("approximate", "none").equals("tanh")
                        ? KnownFunctions.geluTanh(z)
                        : z.times(z.in(Functions.NORMAL)));
    }

    /** A slope of its own for each channel is no function of z alone. */
    private static Optional<Formula> slope(OnnxNode node, Numbers numbers) throws OnnxException, UnsupportedException {
        OptionalDouble slope = numbers.of(node.input(1));
        return slope.isPresent()
                ? Optional.of(Formula.z()
                        .above(0, Formula.z(), Formula.of(slope.getAsDouble()).times(Formula.z())))
                : Optional.empty();
    }

    private static Optional<Formula> clip(OnnxNode node, Numbers numbers) throws OnnxException, UnsupportedException {
        double least = node.number("min", Double.NEGATIVE_INFINITY);
        double most = node.number("max", Double.POSITIVE_INFINITY);
        if (!node.input(1).isEmpty()) {
            OptionalDouble found = numbers.of(node.input(1));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            least = found.getAsDouble();
        }
        if (!node.input(2).isEmpty()) {
            OptionalDouble found = numbers.of(node.input(2));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            most = found.getAsDouble();
        }
        // The largest float means no limit.
        return Optional.of(Formula.z()
                .within(
                        least <= -Float.MAX_VALUE ? Double.NEGATIVE_INFINITY : least,
                        most >= Float.MAX_VALUE ? Double.POSITIVE_INFINITY : most));
    }
}
