package dev.netwright.processor.declaration;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Names methods as {@code predict(float[],int)}, with erased types and alike under every compiler. */
final class Signatures {
    private final Types types;
    private final DeclaredType viewer;

    /** Signatures as {@code viewer} inherits them, with its type arguments. */
    Signatures(Types types, DeclaredType viewer) {
        this.types = types;
        this.viewer = viewer;
    }

    String declared(ExecutableElement method) {
        return signature(method, (ExecutableType) method.asType());
    }

    String inherited(ExecutableElement method) {
        return signature(method, inheritedType(method));
    }

    ExecutableType inheritedType(ExecutableElement method) {
        return (ExecutableType) types.asMemberOf(viewer, method);
    }

    private String signature(ExecutableElement method, ExecutableType type) {
        List<? extends TypeMirror> parameters = type.getParameterTypes();
        return parameters.stream().map(this::name).collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
    }

    /** Not by {@code toString}, in which compilers differ, and to which some add annotations. */
    String name(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        if (erased instanceof ArrayType array) {
            return name(array.getComponentType()) + "[]";
        }
        if (erased.getKind() == TypeKind.DECLARED) {
            return ((TypeElement) ((DeclaredType) erased).asElement())
                    .getQualifiedName()
                    .toString();
        }
        return erased.getKind().isPrimitive()
                ? types.getPrimitiveType(erased.getKind()).toString()
                : erased.toString();
    }
}
