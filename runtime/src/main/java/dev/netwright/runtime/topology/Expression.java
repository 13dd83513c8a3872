package dev.netwright.runtime.topology;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * An activation as arithmetic with its pre-activation z, so that it can be told to others: what an imported file applies and the table of
 * activations lacks.
 *
 * <pre>{@code
 * Expression.of("z > 6 ? 6 : z <= 0 ? 0 : z")
 * Expression.of("z * sigmoid(1.702 * z)")
 * }</pre>
 *
 * <p>All of it is in doubles, in the order of Java: products before sums, the left one first, and choices last. The functions are those of
 * {@link Function}. The class that a network applies computes the same, and is called in its place.
 */
public sealed interface Expression {
    /** z. */
    record Variable() implements Expression {}

    /**
     * A number.
     *
     * @param value finite
     */
    record Constant(double value) implements Expression {
        /** @throws IllegalArgumentException if it is not finite */
        public Constant {
            requireFinite(value);
        }
    }

    /** {@code left + right}. */
    record Sum(Expression left, Expression right) implements Expression {}

    /** {@code left - right}. */
    record Difference(Expression left, Expression right) implements Expression {}

    /** {@code left * right}. */
    record Product(Expression left, Expression right) implements Expression {}

    /** {@code left / right}. */
    record Quotient(Expression left, Expression right) implements Expression {}

    /** {@code function(of)}. */
    record Call(Function function, Expression of) implements Expression {}

    /**
     * {@code tested > limit ? above : below}. With {@code >=} the limit is the number just before.
     *
     * @param limit finite
     */
    record Choice(Expression tested, double limit, Expression above, Expression below) implements Expression {
        /** @throws IllegalArgumentException if the limit is not finite */
        public Choice {
            requireFinite(limit);
        }

        /**
         * Whether below the limit there is a number, and above it none. It is written the other way round then, {@code tested <= limit ? below : above}, so
         * that what is not a number stays so.
         */
        public boolean hasNumberBelow() {
            return below instanceof Constant && !(above instanceof Constant);
        }

        /** The float that is at least to be reached, {@code tested >= float}: the limit is the number just before it then. */
        public OptionalDouble least() {
            double next = Math.nextUp(limit) + 0.0;
            return next == (float) next && limit != (float) limit ? OptionalDouble.of(next) : OptionalDouble.empty();
        }
    }

    /** The functions that expressions call, those of {@link dev.netwright.runtime.kernel.PortableMath} and two of {@link Math}. */
    enum Function {
        /** The exponential function. */
        EXP("PortableMath.exp"),
        /** The natural logarithm. */
        LOG("PortableMath.log"),
        /** The hyperbolic tangent. */
        TANH("PortableMath.tanh"),
        /** 1 / (1 + exp(-x)). */
        SIGMOID("PortableMath.sigmoid"),
        /** log(1 + exp(x)). */
        SOFTPLUS("PortableMath.softplus"),
        /** The share of the standard normal distribution below x. */
        NORMAL_CDF("PortableMath.normalCdf"),
        /** The square root. */
        SQRT("Math.sqrt"),
        /** The absolute value. */
        ABS("Math.abs");

        private final String method;

        Function(String method) {
            this.method = method;
        }

        /** As Java calls it, {@code PortableMath.exp}. */
        public String method() {
            return method;
        }

        /** As expressions call it, {@code exp}. */
        public String text() {
            return method.substring(method.indexOf('.') + 1);
        }
    }

    /**
     * Reads an expression.
     *
     * @param text of numbers, z, {@code + - * /}, brackets, functions, and choices {@code z > 6 ? 6 : z} or {@code z <= 0 ? 0 : z} between what is above a
     *             number and what is not
     * @throws IllegalArgumentException if it is none; the message says where
     */
    static Expression of(String text) {
        return new ExpressionReader(text).read();
    }

    /** Its text, as {@link #of} reads it. */
    default String text() {
        return new ExpressionText("z", Function::text, Expression::shortest).of(this);
    }

    /** An expression of Java that computes it of a variable, which is a double, with the same operations in the same order. */
    default String java(String variable) {
        return new ExpressionText(variable, Function::method, Double::toString).of(this);
    }

    private static String shortest(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e6;
        return isWhole ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("An expression has the number " + value + "; all must be finite.");
        }
    }
}
