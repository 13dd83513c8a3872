package dev.netwright.verification.activation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * A formula as the documentation writes it, read and evaluated: {@code a = z·Φ(z), Φ(z) = (1 + erf(z / √2)) / 2}. What
 * stands after the first comma defines names and functions; {@code Σ} adds over the units of a row.
 *
 * <p>Libraries for expressions know neither {@code |z|} nor {@code z²}, {@code -3 < z < 3}, {@code 2π} or {@code log Σ};
 * a text rewritten for them would not be the text that is shown.
 */
final class Formula {
    /** A parsed expression. */
    private interface Node {
        double value(Row row, int unit);
    }

    /** Values of the names in a formula, for every unit of a row: one, where units do not see one another. */
    record Row(int units, Map<String, double[]> values) {
        double value(String name, int unit) {
            double[] found = values.get(name);
            if (found == null) {
                throw new IllegalArgumentException("The formula uses " + name + ", which is not defined.");
            }
            return found[found.length == 1 ? 0 : unit];
        }
    }

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final Map<String, Node> definitions = new HashMap<>();
    private String text = "";
    private int at;

    /** Defines what a text says; a text without {@code =} defines {@code name}. */
    Formula define(String name, String formula) {
        for (String part : split(formula)) {
            int equals = part.indexOf(" = ");
            text = part.substring(equals < 0 ? 0 : equals + 3);
            at = 0;
            // A function such as Φ(z) is only ever used of z, so that its name is enough.
            String defined = equals < 0 ? name : part.substring(0, equals).replace("(z)", "");
            definitions.put(defined.startsWith("∂") || defined.startsWith("dL") ? name : defined, expression());
            if (at < text.length()) {
                throw new IllegalArgumentException("Cannot read \"" + text.substring(at) + "\" in " + formula);
            }
        }
        return this;
    }

    /** The value of a defined name for one unit of a row. */
    double value(String name, Row row, int unit) {
        return definitions.get(name).value(row, unit);
    }

    /** At commas outside parentheses. */
    private static List<String> split(String formula) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(formula.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(formula.substring(start).strip());
        return parts;
    }

    /** {@code condition ? value : value}, or a sum. */
    private Node expression() {
        Node first = sum();
        List<Node> sums = new ArrayList<>(List.of(first));
        StringBuilder signs = new StringBuilder();
        while (peek('<') || peek('>')) {
            signs.append(text.charAt(at++));
            sums.add(sum());
        }
        if (!take('?')) {
            return first;
        }
        Node then = expression();
        require(':');
        Node otherwise = expression();
        return (row, unit) -> holds(sums, signs, row, unit) ? then.value(row, unit) : otherwise.value(row, unit);
    }

    private static boolean holds(List<Node> sums, CharSequence signs, Row row, int unit) {
        boolean holds = true;
        for (int i = 0; i < signs.length(); i++) {
            double left = sums.get(i).value(row, unit);
            double right = sums.get(i + 1).value(row, unit);
            holds &= signs.charAt(i) == '<' ? left < right : left > right;
        }
        return holds;
    }

    private Node sum() {
        boolean isNegative = !take('+') && take('-');
        Node product = product();
        Node sum = isNegative ? (row, unit) -> -product.value(row, unit) : product;
        while (peek('+') || peek('-')) {
            Node left = sum;
            boolean isPlus = text.charAt(at++) == '+';
            Node right = product();
            sum = (row, unit) -> left.value(row, unit) + (isPlus ? 1 : -1) * right.value(row, unit);
        }
        return sum;
    }

    private Node product() {
        Node product = power();
        while (peek('·') || peek('/') || peek('π')) {
            Node left = product;
            boolean isQuotient = peek('/');
            at += peek('π') ? 0 : 1;
            Node right = power();
            product = isQuotient
                    ? (row, unit) -> left.value(row, unit) / right.value(row, unit)
                    : (row, unit) -> left.value(row, unit) * right.value(row, unit);
        }
        return product;
    }

    private Node power() {
        Node base = primary();
        int exponent = at < text.length() ? SUPERSCRIPTS.indexOf(text.charAt(at)) : -1;
        if (exponent < 0) {
            return base;
        }
        at++;
        return (row, unit) -> Math.pow(base.value(row, unit), exponent);
    }

    private Node primary() {
        if (take('(')) {
            Node inner = expression();
            require(')');
            return inner;
        }
        if (take('|')) {
            Node inner = expression();
            require('|');
            return (row, unit) -> Math.abs(inner.value(row, unit));
        }
        if (take('√')) {
            Node inner = primary();
            return (row, unit) -> Math.sqrt(inner.value(row, unit));
        }
        if (take('Σ')) {
            Node term = product();
            return (row, unit) -> {
                double sum = 0;
                for (int k = 0; k < row.units(); k++) {
                    sum += term.value(row, k);
                }
                return sum;
            };
        }
        if (take('π')) {
            return (row, unit) -> Math.PI;
        }
        String number = word(c -> Character.isDigit(c) || c == '.');
        if (!number.isEmpty()) {
            double value = Double.parseDouble(number);
            return (row, unit) -> value;
        }
        String name = word(Character::isLetter);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("Cannot read \"" + text.substring(at) + "\" in " + text);
        }
        return Functions.NAMES.contains(name) ? call(name) : name(name);
    }

    /** A name, defined by the formula itself or given with the row; what follows Φ or φ is always z. */
    private Node name(String name) {
        if (text.startsWith("(z)", at)) {
            at += 3;
        }
        return (row, unit) -> definitions.containsKey(name) && !row.values().containsKey(name)
                ? definitions.get(name).value(row, unit)
                : row.value(name, unit);
    }

    /** {@code max(0, z)}, or {@code log Σ exp(z)} without parentheses. */
    private Node call(String function) {
        if (!take('(')) {
            Node argument = primary();
            return (row, unit) -> Functions.apply(function, argument.value(row, unit));
        }
        List<Node> arguments = new ArrayList<>(List.of(expression()));
        while (take(',')) {
            arguments.add(expression());
        }
        require(')');
        return (row, unit) -> Functions.apply(
                function,
                arguments.stream()
                        .mapToDouble(argument -> argument.value(row, unit))
                        .toArray());
    }

    private String word(IntPredicate isPart) {
        skipSpaces();
        int start = at;
        while (at < text.length() && isPart.test(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean peek(char c) {
        skipSpaces();
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean take(char c) {
        boolean isThere = peek(c);
        at += isThere ? 1 : 0;
        return isThere;
    }

    private void require(char c) {
        if (!take(c)) {
            throw new IllegalArgumentException("Expected " + c + " before \"" + text.substring(at) + "\" in " + text);
        }
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
