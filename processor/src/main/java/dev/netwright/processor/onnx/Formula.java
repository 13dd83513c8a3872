package dev.netwright.processor.onnx;

import java.util.Optional;

/** A function of one variable z, as a file puts it together of operators that work on every element by itself. */
sealed interface Formula {
    /** Numbers. */
    record Constant(double value) implements Formula {}

    /** The variable. */
    record Variable() implements Formula {}

    /** {@code left + right}. */
    record Sum(Formula left, Formula right) implements Formula {}

    /** {@code left·right}. */
    record Product(Formula left, Formula right) implements Formula {}

    /** {@code left / right}. */
    record Quotient(Formula left, Formula right) implements Formula {}

    /** One of the runtime's functions of what is inside. */
    record Call(Functions function, Formula of) implements Formula {}

    /** {@code tested > limit ? above : below}. */
    record Choice(Formula tested, double limit, Formula above, Formula below) implements Formula {}

    /** z itself. */
    static Formula z() {
        return new Variable();
    }

    /** A number. */
    static Formula of(double value) {
        return new Constant(value);
    }

    /** The value of a formula that is a number. */
    default Optional<Double> number() {
        return this instanceof Constant constant ? Optional.of(constant.value()) : Optional.empty();
    }

    private boolean is(double value) {
        return this instanceof Constant constant && constant.value() == value;
    }

    /** {@code this + other}, without what adds nothing. */
    default Formula plus(Formula other) {
        if (number().isPresent() && other.number().isPresent()) {
            return of(number().get() + other.number().get());
        }
        return is(0) ? other : other.is(0) ? this : new Sum(this, other);
    }

    /** {@code this - other}. */
    default Formula minus(Formula other) {
        return plus(of(-1).times(other));
    }

    /** {@code this·other}, without factors of 1. */
    default Formula times(Formula other) {
        if (number().isPresent() && other.number().isPresent()) {
            return of(number().get() * other.number().get());
        }
        if (is(0) || other.is(0)) {
            return of(0);
        }
        return is(1) ? other : other.is(1) ? this : new Product(this, other);
    }

    /** {@code this / other}. */
    default Formula over(Formula other) {
        if (number().isPresent() && other.number().isPresent()) {
            return of(number().get() / other.number().get());
        }
        return is(0) ? this : other.is(1) ? this : new Quotient(this, other);
    }

    /** A whole power, from 1 on. */
    default Formula power(int exponent) {
        Formula result = this;
        for (int i = 1; i < exponent; i++) {
            result = result.times(this);
        }
        return result;
    }

    /** A function of this. */
    default Formula in(Functions function) {
        return new Call(function, this);
    }

    /** {@code this > limit ? above : below}; where this is a line, as a limit of z. */
    default Formula above(double limit, Formula above, Formula below) {
        if (above.equals(below)) {
            return above;
        }
        double shift = value(0);
        double scale = value(1) - shift;
        if (isLine() && scale != 0) {
            double exact = (limit - shift) / scale;
            // Factors that are rounded to floats have moved one that is meant to be whole.
            double place = Math.abs(exact - Math.rint(exact)) < 1e-6 ? Math.rint(exact) : exact;
            return scale > 0 ? new Choice(z(), place, above, below) : new Choice(z(), place, below, above);
        }
        return new Choice(this, limit, above, below);
    }

    /** Whether it is z times a number plus a number. */
    default boolean isLine() {
        if (this instanceof Sum sum) {
            return sum.left().isLine() && sum.right().isLine();
        } else if (this instanceof Product product) {
            return (product.left().number().isPresent() && product.right().isLine())
                    || (product.right().number().isPresent() && product.left().isLine());
        } else if (this instanceof Quotient quotient) {
            return quotient.right().number().isPresent() && quotient.left().isLine();
        }
        return this instanceof Variable || this instanceof Constant;
    }

    /** This, but at least and at most these; either may be infinite. Where they are swapped it is the latter, as ONNX has it. */
    default Formula within(double least, double most) {
        if (least > most) {
            return of(most);
        }
        Formula below = Double.isInfinite(least) ? this : above(least, this, of(least));
        return Double.isInfinite(most) ? below : above(most, of(most), below);
    }

    /** This formula with another in place of z. */
    default Formula at(Formula z) {
        if (this instanceof Variable) {
            return z;
        } else if (this instanceof Sum sum) {
            return sum.left().at(z).plus(sum.right().at(z));
        } else if (this instanceof Product product) {
            return product.left().at(z).times(product.right().at(z));
        } else if (this instanceof Quotient quotient) {
            return quotient.left().at(z).over(quotient.right().at(z));
        } else if (this instanceof Call call) {
            return call.of().at(z).in(call.function());
        } else if (this instanceof Choice choice) {
            return choice.tested()
                    .at(z)
                    .above(choice.limit(), choice.above().at(z), choice.below().at(z));
        }
        return this;
    }

    /** Its value. */
    default double value(double z) {
        if (this instanceof Constant constant) {
            return constant.value();
        } else if (this instanceof Sum sum) {
            return sum.left().value(z) + sum.right().value(z);
        } else if (this instanceof Product product) {
            return product.left().value(z) * product.right().value(z);
        } else if (this instanceof Quotient quotient) {
            return quotient.left().value(z) / quotient.right().value(z);
        } else if (this instanceof Call call) {
            return call.function().value(call.of().value(z));
        } else if (this instanceof Choice choice) {
            return choice.tested().value(z) > choice.limit()
                    ? choice.above().value(z)
                    : choice.below().value(z);
        }
        return z;
    }

    /** How many operations it has, which is bounded so that no file can make a class of any size. */
    default int size() {
        if (this instanceof Sum sum) {
            return 1 + sum.left().size() + sum.right().size();
        } else if (this instanceof Product product) {
            return 1 + product.left().size() + product.right().size();
        } else if (this instanceof Quotient quotient) {
            return 1 + quotient.left().size() + quotient.right().size();
        } else if (this instanceof Call call) {
            return 1 + call.of().size();
        } else if (this instanceof Choice choice) {
            return 1
                    + choice.tested().size()
                    + choice.above().size()
                    + choice.below().size();
        }
        return 1;
    }

    /** Its derivative, with the slope below where there is a bend. */
    default Formula derivative() {
        if (this instanceof Constant) {
            return of(0);
        } else if (this instanceof Sum sum) {
            return sum.left().derivative().plus(sum.right().derivative());
        } else if (this instanceof Product product) {
            return product.left()
                    .derivative()
                    .times(product.right())
                    .plus(product.left().times(product.right().derivative()));
        } else if (this instanceof Quotient quotient) {
            Formula right = quotient.right();
            Formula first = quotient.left().derivative().over(right);
            Formula second =
                    of(-1).times(quotient.left()).times(right.derivative()).over(right.times(right));
            return first.plus(second);
        } else if (this instanceof Call call) {
            return call.function().derivative(call.of()).times(call.of().derivative());
        } else if (this instanceof Choice choice) {
            return choice.tested()
                    .above(
                            choice.limit(),
                            choice.above().derivative(),
                            choice.below().derivative());
        }
        return of(1);
    }
}
