package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The values of one annotation, each with its place. */
final class AttributeReader {
    /** What compilers give for a text that they cannot resolve. */
    private static final String UNRESOLVED = "<error>";

    private final AnnotationMirror mirror;
    private final Map<? extends ExecutableElement, ? extends AnnotationValue> values;
    private final Origin origin;
    private final List<Finding> mismatches;

    /**
     * @param index      which of the annotations of this type on {@code owner} it is, from 0
     * @param mismatches receives what annotations of another version than the processor's have more or less
     */
    AttributeReader(Elements elements, Element owner, AnnotationMirror mirror, int index, List<Finding> mismatches) {
        this.mirror = mirror;
        this.values = elements.getElementValuesWithDefaults(mirror);
        this.origin = Origin.of(owner, mirror, index);
        this.mismatches = mismatches;
    }

    Origin origin() {
        return origin;
    }

    /** An attribute that this processor does not know must not be lost without a word. */
    void expectNoneBut(Set<String> known) {
        mirror.getElementValues().forEach((attribute, value) -> {
            String name = attribute.getSimpleName().toString();
            if (!known.contains(name)) {
                addMismatch(origin.at(name, value), "it does not know the attribute " + name);
            }
        });
    }

    /** A value, or {@code otherwise} where the annotation has no such attribute. */
    <T> Declared<T> read(String name, Class<T> type, T otherwise) {
        Optional<Declared<Object>> found = find(name);
        if (found.isEmpty()) {
            return new Declared<>(otherwise, false, origin);
        }
        Object value = found.get().value();
        if (!type.isInstance(value) || value.equals(UNRESOLVED)) {
            throw new UnknownValueException();
        }
        return found.get().with(type.cast(value));
    }

    /** The values of an array, each with its place; none where the annotation has no such attribute. */
    <T> Declared<List<Declared<T>>> readAll(String name, Class<T> type) {
        Optional<Declared<Object>> found = find(name);
        if (found.isEmpty()) {
            return new Declared<>(List.of(), false, origin);
        }
        if (!(found.get().value() instanceof List<?> list)) {
            throw new UnknownValueException();
        }
        List<Declared<T>> all = new ArrayList<>();
        for (Object element : list) {
            Object value = ((AnnotationValue) element).getValue();
            if (!type.isInstance(value) || value.equals(UNRESOLVED)) {
                throw new UnknownValueException();
            }
            Origin place = found.get().origin();
            all.add(new Declared<>(
                    type.cast(value), true, found.get().isWritten() ? place.element(all.size()) : place));
        }
        return found.get().with(all);
    }

    /** The type of a class literal; empty where none is written. Another kind than {@code kind} has the base class alone. */
    Declared<Optional<TypeElement>> readType(String name, ElementKind kind, Class<?> base) {
        Optional<Declared<Object>> found = find(name);
        if (found.isEmpty() || !found.get().isWritten()) {
            return new Declared<>(Optional.empty(), false, origin);
        }
        if (found.get().value() instanceof TypeMirror type && type.getKind() == TypeKind.DECLARED) {
            TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
            if (element.getKind() == kind || element.getQualifiedName().contentEquals(base.getName())) {
                return found.get().with(Optional.of(element));
            }
        }
        throw new UnknownValueException();
    }

    /** The class of a literal; empty where none is written. One whose superclass another processor has yet to write waits for it. */
    Declared<Optional<TypeMirror>> readClass(String name) {
        Optional<Declared<Object>> found = find(name);
        if (found.isEmpty() || !found.get().isWritten()) {
            return new Declared<>(Optional.empty(), false, origin);
        }
        if (found.get().value() instanceof TypeMirror type
                && type.getKind() != TypeKind.ERROR
                && !extendsUnknown(type)) {
            return found.get().with(Optional.of(type));
        }
        throw new UnknownValueException();
    }

    private static boolean extendsUnknown(TypeMirror type) {
        TypeMirror superclass = type;
        while (superclass.getKind() == TypeKind.DECLARED) {
            superclass = ((TypeElement) ((DeclaredType) superclass).asElement()).getSuperclass();
        }
        return superclass.getKind() == TypeKind.ERROR;
    }

    /** A constant of an enum, or {@code otherwise} where annotation or enum have no such. */
    <E extends Enum<E>> Declared<E> readConstant(String name, E otherwise) {
        Optional<Declared<Object>> found = find(name);
        if (found.isEmpty()) {
            return new Declared<>(otherwise, false, origin);
        }
        if (!(found.get().value() instanceof VariableElement constant)
                || constant.getKind() != ElementKind.ENUM_CONSTANT) {
            throw new UnknownValueException();
        }
        String constantName = constant.getSimpleName().toString();
        try {
            return found.get().with(Enum.valueOf(otherwise.getDeclaringClass(), constantName));
        } catch (IllegalArgumentException e) {
            addMismatch(found.get().origin(), "it does not know " + name + " = " + constantName);
            return found.get().with(otherwise);
        }
    }

    private Optional<Declared<Object>> find(String name) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry : values.entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                boolean isWritten = mirror.getElementValues().containsKey(entry.getKey());
                Origin place = isWritten ? origin.at(name, entry.getValue()) : origin;
                return Optional.of(new Declared<>(entry.getValue().getValue(), isWritten, place));
            }
        }
        Element annotation = mirror.getAnnotationType().asElement();
        boolean isDeclared = annotation.getEnclosedElements().stream()
                .anyMatch(attribute -> attribute.getSimpleName().contentEquals(name));
        if (isDeclared) {
            // It has no default and is not written.
            throw new UnknownValueException();
        }
        addMismatch(origin, "the annotation has no attribute " + name);
        return Optional.empty();
    }

    private void addMismatch(Origin place, String what) {
        mismatches.add(Finding.of(
                Code.DECLARATION_VERSION,
                place,
                place.element().getSimpleName().toString(),
                Finding.NOT_A_LAYER,
                what));
    }

    /** A value that does not compile: the compiler says so, and nothing is added to that. */
    static final class UnknownValueException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
