package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.netwright.processor.plan.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Splits methods as the plan says. */
final class MethodParts {
    private MethodParts() {}

    /**
     * Adds the code of all groups to a method: as it stands where there is one group, otherwise as {@link #call} does.
     *
     * @param method receives the code or the calls
     * @param part   what the further methods look like, with a name that {@code Part1}, {@code Part2}, ... is added to
     * @return the further methods
     */
    static List<MethodSpec> add(
            MethodSpec.Builder method, MethodSpec part, List<Range> groups, Function<Range, CodeBlock> code) {
        if (groups.size() > 1) {
            return call(method, part, groups, code);
        }
        method.addCode(code.apply(groups.get(0)));
        return List.of();
    }

    /** Adds calls of a further method for each group, which takes what its code needs; a single one has the name as it is. */
    static List<MethodSpec> call(
            MethodSpec.Builder method, MethodSpec part, List<Range> groups, Function<Range, CodeBlock> code) {
        List<MethodSpec> parts = new ArrayList<>();
        for (Range group : groups) {
            String name = groups.size() == 1 ? part.name() : part.name() + "Part" + (parts.size() + 1);
            CodeBlock ofGroup = code.apply(group);
            List<ParameterSpec> needed = part.parameters().stream()
                    .filter(parameter -> names(ofGroup, parameter))
                    .toList();
            method.addStatement(
                    "$L($L)", name, needed.stream().map(ParameterSpec::name).collect(Collectors.joining(", ")));
            parts.add(MethodSpec.methodBuilder(name)
                    .addJavadoc(part.javadoc())
                    .addModifiers(part.modifiers())
                    .addParameters(needed)
                    .addCode(ofGroup)
                    .build());
        }
        return parts;
    }

    private static boolean names(CodeBlock code, ParameterSpec parameter) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(parameter.name()) + "(?![\\w$])")
                .matcher(code.toString())
                .find();
    }
}
