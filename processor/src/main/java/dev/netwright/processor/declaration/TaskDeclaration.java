package dev.netwright.processor.declaration;

import dev.netwright.processor.model.Task;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The interface of the runtime that says what a network is for.
 *
 * @param kind which it is
 * @param type it, with the type arguments of the declaration
 */
record TaskDeclaration(Task.Kind kind, DeclaredType type) {
    private static final String CLASSIFIER = "dev.netwright.runtime.Classifier";
    private static final String REGRESSOR = "dev.netwright.runtime.Regressor";

    /** What an interface extends; empty where that is a network alone. */
    static Optional<TaskDeclaration> of(Elements elements, Types types, TypeElement type) {
        VisibleTypes visible = new VisibleTypes(elements);
        return visible.find(CLASSIFIER, type)
                .flatMap(classifier -> find(types, type.asType(), classifier))
                .map(found -> new TaskDeclaration(Task.Kind.CLASSIFIER, found))
                .or(() -> visible.find(REGRESSOR, type)
                        .flatMap(regressor -> find(types, type.asType(), regressor))
                        .map(found -> new TaskDeclaration(Task.Kind.REGRESSOR, found)));
    }

    private static Optional<DeclaredType> find(Types types, TypeMirror from, TypeElement wanted) {
        for (TypeMirror supertype : types.directSupertypes(from)) {
            if (supertype instanceof DeclaredType declared
                    && declared.asElement().equals(wanted)) {
                return Optional.of(declared);
            }
            Optional<DeclaredType> further =
                    supertype.getKind() == TypeKind.DECLARED ? find(types, supertype, wanted) : Optional.empty();
            if (further.isPresent()) {
                return further;
            }
        }
        return Optional.empty();
    }

    TypeElement element() {
        return (TypeElement) type.asElement();
    }

    /** {@code Classifier}. */
    String name() {
        return element().getSimpleName().toString();
    }

    List<? extends TypeMirror> arguments() {
        return type.getTypeArguments();
    }
}
