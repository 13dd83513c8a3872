package dev.netwright.runtime.topology;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of an expression, each rule by a method that goes on where the one before has ended. */
final class ExpressionReader {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?(E-?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]+");

    /** Deeper ones would take more stack than there is; those of imported files have sixty operations at most. */
    private static final int DEEPEST = 200;

    private final String text;
    private int at;
    private int depth;

    ExpressionReader(String text) {
        this.text = text;
    }

    Expression read() {
        Expression all = choice();
        if (!isAtEnd()) {
            throw expected("the end");
        }
        return all;
    }

    /** {@code sum}, or {@code sum > number ? sum : choice}, or with {@code >=}, {@code <=} or {@code <}. */
    private Expression choice() {
        if (++depth > DEEPEST) {
            throw expected("an end, for deeper ones are not read,");
        }
        Expression first = sum();
        boolean isBelow = accepts('<');
        if (isBelow || accepts('>')) {
            boolean isInclusive = accepts('=');
            double number = signedNumber();
            double limit = isInclusive == isBelow ? number : Math.nextDown(number);
            require('?');
            Expression chosen = sum();
            require(':');
            Expression other = choice();
            first = isBelow
                    ? new Expression.Choice(first, limit, other, chosen)
                    : new Expression.Choice(first, limit, chosen, other);
        }
        depth--;
        return first;
    }

    private Expression sum() {
        Expression sum = product();
        while (true) {
            if (accepts('+')) {
                sum = new Expression.Sum(sum, product());
            } else if (accepts('-')) {
                sum = new Expression.Difference(sum, product());
            } else {
                return sum;
            }
        }
    }

    private Expression product() {
        Expression product = factor();
        while (true) {
            if (accepts('*')) {
                product = new Expression.Product(product, factor());
            } else if (accepts('/')) {
                product = new Expression.Quotient(product, factor());
            } else {
                return product;
            }
        }
    }

    private Expression factor() {
        if (accepts('(')) {
            Expression inner = choice();
            require(')');
            return inner;
        }
        int start = at;
        String name = next(NAME);
        if (name.isEmpty()) {
            return new Expression.Constant(signedNumber());
        }
        if (name.equals("z")) {
            return new Expression.Variable();
        }
        for (Expression.Function function : Expression.Function.values()) {
            if (function.text().equals(name)) {
                require('(');
                Expression of = choice();
                require(')');
                return new Expression.Call(function, of);
            }
        }
        at = start;
        throw expected("z or one of the functions");
    }

    private double signedNumber() {
        boolean isNegative = accepts('-');
        String number = next(NUMBER);
        if (number.isEmpty()) {
            throw expected("a number, z or a function");
        }
        double value = Double.parseDouble(number);
        return isNegative ? -value : value;
    }

    private boolean accepts(char sign) {
        boolean isThere = !isAtEnd() && text.charAt(at) == sign;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private void require(char sign) {
        if (!accepts(sign)) {
            throw expected("\"" + sign + "\"");
        }
    }

    private String next(Pattern pattern) {
        Matcher found = pattern.matcher(text).region(isAtEnd() ? text.length() : at, text.length());
        if (!found.lookingAt()) {
            return "";
        }
        at = found.end();
        return found.group();
    }

    /** Goes over spaces. */
    private boolean isAtEnd() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at == text.length();
    }

    private IllegalArgumentException expected(String what) {
        String found = isAtEnd() ? "it ends" : "there is \"" + text.substring(at, at + 1) + "\"";
        return new IllegalArgumentException("\"" + text + "\" is no expression of z: behind \""
                + text.substring(0, at).strip() + "\" " + found + " where " + what + " was expected.");
    }
}
