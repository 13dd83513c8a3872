package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.netwright.processor.model.TypeReference;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The types of the user's that generated sources name. */
final class UserTypes {
    /** Variables in whose sight constants of enums are named, besides the constants of the class. */
    private static final Set<String> VARIABLES = Set.of("columns", "parameters");

    private UserTypes() {}

    static ClassName name(TypeReference type) {
        String[] names = type.name().split("\\.");
        // JavaPoet leaves the class's own package out, and knows nothing of what the class inherits: written in full as
        // one name.
        ClassName name = type.isHidden() && !type.packageName().isEmpty()
                ? ClassName.get("", type.packageName() + "." + names[0])
                : ClassName.get(type.packageName(), names[0]);
        for (int i = 1; i < names.length; i++) {
            name = name.nestedClass(names[i]);
        }
        return name;
    }

    /**
     * The class of an activation, whose methods are called. Where it is called as fields, variables or constants are, its name alone
     * might mean one of them.
     */
    static CodeBlock functions(TypeReference type) {
        String name = type.firstName();
        boolean isLikeVariable = !Character.isUpperCase(name.codePointAt(0)) || isNameOfVariable(name);
        return (type.isHidden() || isLikeVariable) && !type.packageName().isEmpty()
                ? CodeBlock.of("$L.$L", type.packageName(), type.name())
                : CodeBlock.of("$T", name(type));
    }

    /**
     * The constants of an enum. Where it is called as constants or variables are, its name alone might mean one of the generated class,
     * and so might the first part of its package: what stands before {@code .class} is a type, whatever else is called so.
     */
    static CodeBlock constants(TypeReference type) {
        if (!type.isHidden() && !isNameOfVariable(type.firstName())) {
            return CodeBlock.of("$T.values()", name(type));
        }
        CodeBlock full = type.packageName().isEmpty()
                ? CodeBlock.of("$T", name(type))
                : CodeBlock.of("$L.$L", type.packageName(), type.name());
        return CodeBlock.of("$1T.allOf($2L.class).toArray(new $2L[0])", EnumSet.class, full);
    }

    private static boolean isNameOfVariable(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT)) || VARIABLES.contains(name);
    }
}
