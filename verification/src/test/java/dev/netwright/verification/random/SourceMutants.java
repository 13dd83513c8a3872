package dev.netwright.verification.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every source that differs from a given one in a single number, operator or result of its arithmetic. */
final class SourceMutants {
    /** Numbers, and operators between spaces or before a term: no increments, no generic types. */
    private static final Pattern PART =
            Pattern.compile("(?<![\\w.])[0-9][0-9_]*(\\.[0-9]+)?f?\\b|(?<= )[-+*/<>](?= )|(?<=[ (])-(?=\\w)");

    private static final Pattern RESULT = Pattern.compile("(?<=return )[^;]+(?=;)");
    private static final Pattern FUNCTION = Pattern.compile("static \\w+ (\\w+)\\(");
    private static final Map<String, String> OPERATORS =
            Map.of("+", "-", "-", "+", "*", "/", "/", "*", "<", ">", ">", "<");

    /**
     * One of them.
     *
     * @param function what it is a change of; empty for constants
     * @param line     as it was
     * @param change   as it is now
     * @param source   the whole of it
     */
    record Mutant(String function, String line, String change, String source) {
        @Override
        public String toString() {
            return function + ": " + change.strip() + "   instead of   " + line.strip();
        }
    }

    private final String[] lines;
    private final List<Mutant> mutants = new ArrayList<>();

    private SourceMutants(String source) {
        lines = source.split("\n", -1);
    }

    /** Mutants of the lines of code that the pattern finds. */
    static List<Mutant> of(String source, Pattern wanted) {
        SourceMutants mutants = new SourceMutants(source);
        String function = "";
        for (int i = 0; i < mutants.lines.length; i++) {
            String line = mutants.lines[i];
            Matcher declaration = FUNCTION.matcher(line);
            if (declaration.find()) {
                function = declaration.group(1);
            } else if (!line.strip().startsWith("*")
                    && !line.strip().startsWith("/")
                    && wanted.matcher(line).find()) {
                mutants.add(i, function);
            }
        }
        return mutants.mutants;
    }

    private void add(int index, String function) {
        Matcher part = PART.matcher(lines[index]);
        while (part.find()) {
            add(index, function, part, replacement(part.group()));
        }
        Matcher result = RESULT.matcher(lines[index]);
        if (result.find()) {
            add(index, function, result, "1.01f * (" + result.group() + ")");
        }
    }

    private void add(int index, String function, Matcher part, String replacement) {
        String line = lines[index];
        lines[index] = line.substring(0, part.start()) + replacement + line.substring(part.end());
        mutants.add(new Mutant(function, line, lines[index], String.join("\n", lines)));
        lines[index] = line;
    }

    private static String replacement(String part) {
        if (OPERATORS.containsKey(part)) {
            return OPERATORS.get(part);
        }
        double number = Double.parseDouble(part.replace("_", "").replace("f", ""));
        double other = number == 0 ? 0.01 : number * 1.01;
        return part.endsWith("f") ? (float) other + "f" : Double.toString(other);
    }
}
