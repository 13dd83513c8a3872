package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.netwright.processor.plan.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /** Adds calls of a further method for each group; a single one has the name as it is. */
    static List<MethodSpec> call(
            MethodSpec.Builder method, MethodSpec part, List<Range> groups, Function<Range, CodeBlock> code) {
        String arguments = part.parameters().stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
        List<MethodSpec> parts = new ArrayList<>();
        for (Range group : groups) {
            String name = groups.size() == 1 ? part.name() : part.name() + "Part" + (parts.size() + 1);
            method.addStatement("$L($L)", name, arguments);
            parts.add(part.toBuilder().setName(name).addCode(code.apply(group)).build());
        }
        return parts;
    }
}
