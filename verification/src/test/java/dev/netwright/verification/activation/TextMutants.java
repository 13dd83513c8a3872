package dev.netwright.verification.activation;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every text that differs from a formula in one number, sign or function. */
final class TextMutants {
    private static final Pattern PART = Pattern.compile("[0-9.]+|[a-zA-Z]{3,4}|[-+·/<>²³√]");
    private static final Map<String, String> REPLACEMENTS = Map.ofEntries(
            Map.entry("+", "-"),
            Map.entry("-", "+"),
            Map.entry("·", "/"),
            Map.entry("/", "·"),
            Map.entry("<", ">"),
            Map.entry(">", "<"),
            Map.entry("²", "³"),
            Map.entry("³", "²"),
            Map.entry("√", ""),
            Map.entry("max", "min"),
            Map.entry("min", "max"),
            Map.entry("exp", "tanh"),
            Map.entry("tanh", "erf"),
            Map.entry("erf", "tanh"),
            Map.entry("log", "exp"));

    private TextMutants() {}

    static Set<String> of(String formula) {
        Set<String> mutants = new LinkedHashSet<>();
        Matcher part = PART.matcher(formula);
        while (part.find()) {
            String before = formula.substring(0, part.start());
            String after = formula.substring(part.end());
            mutants.add(before + replacement(part.group()) + after);
        }
        return mutants;
    }

    private static String replacement(String part) {
        if (!Character.isDigit(part.charAt(0))) {
            return REPLACEMENTS.get(part);
        }
        double number = Double.parseDouble(part);
        return Double.toString(number == 0 ? 0.01 : number * 1.01);
    }
}
