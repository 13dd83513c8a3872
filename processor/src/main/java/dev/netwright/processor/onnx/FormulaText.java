package dev.netwright.processor.onnx;

import java.util.Locale;
import java.util.function.BiFunction;

/** Writes formulas, as readers and as compilers know them. */
final class FormulaText {
    private final String variable;
    private final String times;
    private final BiFunction<Functions, String, String> call;
    private final boolean isJava;

    private FormulaText(String variable, String times, BiFunction<Functions, String, String> call, boolean isJava) {
        this.variable = variable;
        this.times = times;
        this.call = call;
        this.isJava = isJava;
    }

    /** {@code z·sigmoid(1.702·z)}. */
    static String ofReaders(Formula formula) {
        return new FormulaText("z", "·", (function, of) -> function.sign() + "(" + of + ")", false).text(formula, 0);
    }

    /** {@code x * PortableMath.sigmoid(1.702 * x)}, in which x is a double. */
    static String ofCompilers(Formula formula) {
        return new FormulaText("x", " * ", (function, of) -> function.method() + "(" + of + ")", true).text(formula, 0);
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
            return within(
                    binding > 0,
                    text(choice.tested(), 1) + " > " + number(choice.limit(), 0) + " ? " + text(choice.above(), 1)
                            + " : " + text(choice.below(), 0));
        }
        return variable;
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

    private static String within(boolean inBrackets, String text) {
        return inBrackets ? "(" + text + ")" : text;
    }

    private String number(double value, int binding) {
        boolean isShort = !isJava && value == Math.rint(value) && Math.abs(value) < 1e6;
        String text = isShort
                ? String.format(Locale.ROOT, "%.0f", value)
                : isJava ? Double.toString(value) : Float.toString((float) value);
        return within(binding > 0 && value < 0, text);
    }
}
