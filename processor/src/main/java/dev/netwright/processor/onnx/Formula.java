package dev.netwright.processor.onnx;

import java.util.List;
import java.util.Optional;

/** A function of one variable z, as a file puts it together of operators that work on every element by itself. */
sealed interface Formula {
    /** What a few roundings of floats come to, relative to the numbers. */
    double ROUNDING = 2e-7;

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

    /** {@code tested > limit ? above : below}, and with a number below and none above {@code tested <= limit ? below : above}: what is not a number stays so. */
    record Choice(Formula tested, double limit, Formula above, Formula below) implements Formula {
        boolean hasNumberBelow() {
            return below instanceof Constant && !(above instanceof Constant);
        }
    }

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
        if (!hasVariable()) {
            return shift > limit ? above : below;
        }
        if (!isLine() || scale == 0) {
            return new Choice(this, limit, above, below);
        }
        double exact = (limit - shift) / scale;
        // Factors that are rounded to floats have moved one that is meant to be whole.
        double rounding = ROUNDING * Math.min(1, (Math.abs(limit) + Math.abs(shift)) / Math.abs(scale));
        boolean isMoved = Math.abs(exact - Math.rint(exact)) < rounding && (shift != 0 || Math.abs(scale) != 1);
        double place = isMoved ? Math.rint(exact) : exact;
        if (scale > 0) {
            return new Choice(z(), place, above, below);
        }
        return new Choice(z(), meetsAt(place, above, below) ? place : Math.nextDown(place), below, above);
    }

    /** {@code this >= limit ? above : below}, which is the same as with {@code >} where both meet at the limit. */
    default Formula notBelow(double limit, Formula above, Formula below) {
        double shift = value(0);
        boolean meets = isLine() && meetsAt((limit - shift) / (value(1) - shift), above, below);
        return above(meets ? limit : Math.nextDown(limit), above, below);
    }

    private static boolean meetsAt(double place, Formula above, Formula below) {
        double value = above.value(place);
        return Math.abs(value - below.value(place)) <= ROUNDING * (Math.abs(value) + Math.abs(place));
    }

    /** Whether its value depends on z. */
    private boolean hasVariable() {
        return this instanceof Variable || parts().stream().anyMatch(Formula::hasVariable);
    }

    /** Whether it is z times a number plus a number; the first may be 0. */
    default boolean isLine() {
        if (!hasVariable()) {
            return true;
        } else if (this instanceof Sum sum) {
            return sum.left().isLine() && sum.right().isLine();
        } else if (this instanceof Product product) {
            return (product.left().number().isPresent() && product.right().isLine())
                    || (product.right().number().isPresent() && product.left().isLine());
        } else if (this instanceof Quotient quotient) {
            return quotient.right().number().isPresent() && quotient.left().isLine();
        }
        return this instanceof Variable;
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
            double tested = choice.tested().value(z);
            boolean isAbove = choice.hasNumberBelow() ? !(tested <= choice.limit()) : tested > choice.limit();
            return isAbove ? choice.above().value(z) : choice.below().value(z);
        }
        return z;
    }

    /**
     * The same value of every z, infinite and NaN too, with fewer steps where a limit is applied to what has another one already: what
     * is above the upper one is so without the lower one.
     */
    default Formula tidied() {
        if (this instanceof Sum sum) {
            return new Sum(sum.left().tidied(), sum.right().tidied());
        } else if (this instanceof Product product) {
            return new Product(product.left().tidied(), product.right().tidied());
        } else if (this instanceof Quotient quotient) {
            return new Quotient(quotient.left().tidied(), quotient.right().tidied());
        } else if (this instanceof Call call) {
            return new Call(call.function(), call.of().tidied());
        } else if (this instanceof Choice choice) {
            return new Choice(
                    choice.tested().tidied().beforeLimit(choice.limit()),
                    choice.limit(),
                    choice.above().tidied(),
                    choice.below().tidied());
        }
        return this;
    }

    /** What is above a number where this is. */
    private Formula beforeLimit(double limit) {
        if (!(this instanceof Choice choice)) {
            return this;
        }
        boolean isLeast =
                choice.above().equals(choice.tested()) && choice.below().is(choice.limit());
        boolean isMost =
                choice.below().equals(choice.tested()) && choice.above().is(choice.limit());
        return (isLeast && choice.limit() <= limit) || (isMost && choice.limit() > limit) ? choice.tested() : this;
    }

    /** What it is put together of. */
    private List<Formula> parts() {
        if (this instanceof Sum sum) {
            return List.of(sum.left(), sum.right());
        } else if (this instanceof Product product) {
            return List.of(product.left(), product.right());
        } else if (this instanceof Quotient quotient) {
            return List.of(quotient.left(), quotient.right());
        } else if (this instanceof Call call) {
            return List.of(call.of());
        } else if (this instanceof Choice choice) {
            return List.of(choice.tested(), choice.above(), choice.below());
        }
        return List.of();
    }

    /** How many operations it has, which is bounded so that no file can make a class of any size. */
    default int size() {
        return 1 + parts().stream().mapToInt(Formula::size).sum();
    }

    /** Whether all its numbers are finite, as sources can have them. */
    default boolean isFinite() {
        boolean isOwn = !(this instanceof Constant constant && !Double.isFinite(constant.value()))
                && !(this instanceof Choice choice && !Double.isFinite(choice.limit()));
        return isOwn && parts().stream().allMatch(Formula::isFinite);
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
