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

    /** The class of an activation, whose methods are called. */
    static CodeBlock functions(TypeReference type) {
        return type.isHidden()
                ? CodeBlock.of("$L.$L", type.packageName(), type.name())
                : CodeBlock.of("$T", name(type));
    }

    /**
     * The constants of an enum. Where it is called as constants or variables are, or is written in full, its name might mean one of the
     * generated class: what stands before {@code .class} is a type, whatever else is called so.
     */
    static CodeBlock constants(TypeReference type) {
        if (!type.isHidden() && !isNameOfVariable(type.firstName())) {
            return CodeBlock.of("$T.values()", name(type));
        }
        return CodeBlock.of("$1T.allOf($2T.class).toArray(new $2T[0])", EnumSet.class, name(type));
    }

    private static boolean isNameOfVariable(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT)) || VARIABLES.contains(name);
    }
}
