package dev.netwright.processor.declaration;

import dev.netwright.processor.model.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** What an interface extends; empty where that is a network alone, or where it is said to be two things. */
    static Optional<TaskDeclaration> of(Elements elements, Types types, TypeElement type) {
        List<TaskDeclaration> all = all(elements, types, type);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** Whether an interface is said to be two things. */
    static boolean areTwo(Elements elements, Types types, TypeElement type) {
        return all(elements, types, type).size() > 1;
    }

    private static List<TaskDeclaration> all(Elements elements, Types types, TypeElement type) {
        VisibleTypes visible = new VisibleTypes(elements);
        Stream<TaskDeclaration> classifier = visible
                .find(CLASSIFIER, type)
                .flatMap(found -> find(types, type.asType(), found))
                .map(found -> new TaskDeclaration(Task.Kind.CLASSIFIER, found))
                .stream();
        Stream<TaskDeclaration> regressor = visible
                .find(REGRESSOR, type)
                .flatMap(found -> find(types, type.asType(), found))
                .map(found -> new TaskDeclaration(Task.Kind.REGRESSOR, found))
                .stream();
        return Stream.concat(classifier, regressor).toList();
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
