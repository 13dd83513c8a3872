package dev.netwright.processor.declaration;

import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The constants of an enum. */
final class EnumConstants {
    private EnumConstants() {}

    /** Their names, in their order; none of a type that is no enum. */
    static List<String> of(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }
}
