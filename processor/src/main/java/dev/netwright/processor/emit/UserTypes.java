package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.netwright.processor.model.TypeReference;
import java.util.Locale;

/** The types of the user's that generated sources name. */
final class UserTypes {
    private UserTypes() {}

    static ClassName name(TypeReference type) {
        String[] names = type.name().split("\\.");
        ClassName name = ClassName.get(type.packageName(), names[0]);
        for (int i = 1; i < names.length; i++) {
            name = name.nestedClass(names[i]);
        }
        return name;
    }

    /**
     * The constants of an enum. Where it is called as constants are, its name alone might mean one of the generated class, and JavaPoet
     * does not write packages out that are the class's own.
     */
    static CodeBlock constants(TypeReference type) {
        boolean isCapital = type.name().equals(type.name().toUpperCase(Locale.ROOT));
        return isCapital && !type.packageName().isEmpty()
                ? CodeBlock.of("$L.$L.values()", type.packageName(), type.name())
                : CodeBlock.of("$T.values()", name(type));
    }
}
