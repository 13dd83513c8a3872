package dev.netwright.processor.onnx;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;

/** Writes formulas, as readers, compilers and topologies know them. */
final class FormulaText {
    private final String variable;
    private final String times;
    private final BiFunction<Functions, String, String> call;
    private final DoubleFunction<String> number;

    private FormulaText(
            String variable, String times, BiFunction<Functions, String, String> call, DoubleFunction<String> number) {
        this.variable = variable;
        this.times = times;
        this.call = call;
        this.number = number;
    }

    /** {@code z·sigmoid(1.702·z)}. */
    static String ofReaders(Formula formula) {
        return new FormulaText(
                        "z",
                        "·",
                        (function, of) -> function.sign() + "(" + of + ")",
                        number -> isShort(number) ? shortened(number) : Float.toString((float) number))
                .text(formula, 0);
    }

    /** {@code x * PortableMath.sigmoid(1.702 * x)}, in which x is a double. */
    static String ofCompilers(Formula formula) {
        return new FormulaText("x", " * ", (function, of) -> function.method() + "(" + of + ")", Double::toString)
                .text(formula, 0);
    }

    /** {@code z * sigmoid(1.702 * z)}, as the runtime's {@code Expression} reads it. */
    static String ofTopologies(Formula formula) {
        return new FormulaText(
                        "z",
                        " * ",
                        (function, of) -> function.word() + "(" + of + ")",
                        number -> isShort(number) ? shortened(number) : Double.toString(number))
                .text(formula, 0);
    }

    /** @param binding how tightly the surroundings bind: 0 not at all, 1 as a sum, 2 as a factor, 3 as a divisor */
    private String text(Formula formula, int binding) {
        if (formula instanceof Formula.Constant constant) {
            return number(constant.value(), binding);
        } else if (formula instanceof Formula.Sum sum) {
            return within(binding > 1, sum(sum));
        } else if (formula instanceof Formula.Product product) {
            return within(binding > 2, text(product.left(), 2) + times + text(product.right(), 3));
        } else if (formula instanceof Formula.Quotient quotient) {
            return within(binding > 2, text(quotient.left(), 2) + " / " + text(quotient.right(), 3));
        } else if (formula instanceof Formula.Call inner) {
            return call.apply(inner.function(), text(inner.of(), 0));
        } else if (formula instanceof Formula.Choice choice) {
            return within(binding > 0, choice(choice));
        }
        return variable;
    }

    /** Where one side alone computes with the variable it comes last, so that what is not a number stays so. */
    private String choice(Formula.Choice choice) {
        boolean isBelowFirst = choice.hasNumberBelow();
        Formula first = isBelowFirst ? choice.below() : choice.above();
        Formula last = isBelowFirst ? choice.above() : choice.below();
        return text(choice.tested(), 1) + comparison(choice.limit(), isBelowFirst) + " ? " + text(first, 1) + " : "
                + text(last, 0);
    }

    /** What is subtracted is added as its negative. */
    private String sum(Formula.Sum sum) {
        if (sum.right() instanceof Formula.Constant constant && constant.value() < 0) {
            return text(sum.left(), 1) + " - " + number(-constant.value(), 2);
        }
        boolean isNegative = sum.right() instanceof Formula.Product product
                && product.left() instanceof Formula.Constant factor
                && factor.value() == -1;
        if (isNegative) {
            return text(sum.left(), 1) + " - " + text(((Formula.Product) sum.right()).right(), 2);
        }
        return text(sum.left(), 1) + " + " + text(sum.right(), 1);
    }

    /** What is above the number just before a float is at least that float. */
    private String comparison(double limit, boolean isBelow) {
        double next = Math.nextUp(limit) + 0.0;
        boolean isLeast = next == (float) next && limit != (float) limit;
        return isLeast ? (isBelow ? " < " : " >= ") + number(next, 0) : (isBelow ? " <= " : " > ") + number(limit, 0);
    }

    private static String within(boolean inBrackets, String text) {
        return inBrackets ? "(" + text + ")" : text;
    }

    private String number(double value, int binding) {
        return within(binding > 0 && value < 0, number.apply(value));
    }

    private static boolean isShort(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6;
    }

    private static String shortened(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
