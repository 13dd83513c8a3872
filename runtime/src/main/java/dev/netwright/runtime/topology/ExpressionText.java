package dev.netwright.runtime.topology;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** Writes expressions, with as few brackets as give the same order of operations. */
final class ExpressionText {
    private final String variable;
    private final Function<Expression.Function, String> function;
    private final DoubleFunction<String> number;

    ExpressionText(String variable, Function<Expression.Function, String> function, DoubleFunction<String> number) {
        this.variable = variable;
        this.function = function;
        this.number = number;
    }

    String of(Expression expression) {
        return text(expression, 0);
    }

    /** @param binding how tightly the surroundings bind: 0 not at all, 1 as a sum, 2 as what is added to one, 3 as a second factor */
    private String text(Expression expression, int binding) {
        if (expression instanceof Expression.Constant constant) {
            return within(binding > 0 && constant.value() < 0, number.apply(constant.value()));
        } else if (expression instanceof Expression.Sum sum) {
            return within(binding > 1, text(sum.left(), 1) + " + " + text(sum.right(), 2));
        } else if (expression instanceof Expression.Difference difference) {
            return within(binding > 1, text(difference.left(), 1) + " - " + text(difference.right(), 2));
        } else if (expression instanceof Expression.Product product) {
            return within(binding > 2, text(product.left(), 2) + " * " + text(product.right(), 3));
        } else if (expression instanceof Expression.Quotient quotient) {
            return within(binding > 2, text(quotient.left(), 2) + " / " + text(quotient.right(), 3));
        } else if (expression instanceof Expression.Call call) {
            return function.apply(call.function()) + "(" + text(call.of(), 0) + ")";
        } else if (expression instanceof Expression.Choice choice) {
            return within(binding > 0, choice(choice));
        }
        return variable;
    }

    private String choice(Expression.Choice choice) {
        boolean isBelowFirst = choice.hasNumberBelow();
        Expression first = isBelowFirst ? choice.below() : choice.above();
        Expression last = isBelowFirst ? choice.above() : choice.below();
        return text(choice.tested(), 1) + comparison(choice, isBelowFirst) + " ? " + text(first, 1) + " : "
                + text(last, 0);
    }

    private String comparison(Expression.Choice choice, boolean isBelow) {
        OptionalDouble least = choice.least();
        return least.isPresent()
                ? (isBelow ? " < " : " >= ") + number.apply(least.getAsDouble())
                : (isBelow ? " <= " : " > ") + number.apply(choice.limit());
    }

    private static String within(boolean inBrackets, String text) {
        return inBrackets ? "(" + text + ")" : text;
    }
}
