package dev.netwright.processor.declaration;

import dev.netwright.annotations.Feature;
import dev.netwright.processor.declaration.AttributeReader.UnknownValueException;
import dev.netwright.processor.declaration.ComponentDeclaration.Form;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.RecordModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads a record whose components are features, and the records within it. */
final class RecordReader {
    private static final Set<String> FEATURE_ATTRIBUTES = Set.of("length", "missing", "index");

    private static final Map<String, Form> BOXES = Map.of(
            "java.lang.Byte", Form.NUMBER,
            "java.lang.Short", Form.NUMBER,
            "java.lang.Integer", Form.NUMBER,
            "java.lang.Long", Form.NUMBER,
            "java.lang.Float", Form.NUMBER,
            "java.lang.Double", Form.NUMBER,
            "java.lang.Boolean", Form.FLAG);

    private final Elements elements;
    private final Origin input;
    private final List<Finding> mismatches;

    /** The records around the one that is being read. */
    private final Deque<TypeElement> around = new ArrayDeque<>();

    private int components;

    /** @param input where an input names the record; also the place of its components where these have no source */
    RecordReader(Elements elements, Origin input, List<Finding> mismatches) {
        this.elements = elements;
        this.input = input;
        this.mismatches = mismatches;
    }

    RecordDeclaration read(TypeElement type) {
        return read(type, "");
    }

    private RecordDeclaration read(TypeElement type, String prefix) {
        List<? extends RecordComponentElement> declared = type.getRecordComponents();
        components += declared.size();
        if (components > RecordModel.MOST_COMPONENTS) {
            return new RecordDeclaration(type, List.of(), true);
        }
        around.push(type);
        List<ComponentDeclaration> read = new ArrayList<>();
        for (RecordComponentElement component : declared) {
            read.add(component(type, component, prefix));
        }
        around.pop();
        boolean isTooLarge = read.stream()
                .anyMatch(component ->
                        component.nested().map(RecordDeclaration::isTooLarge).orElse(false));
        return new RecordDeclaration(type, read, isTooLarge);
    }

    private ComponentDeclaration component(TypeElement owner, RecordComponentElement component, String prefix) {
        String name = component.getSimpleName().toString();
        String path = prefix + name;
        // Compilers have no place for a component, but for the field that is declared with it.
        Element field = ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                .filter(other -> other.getSimpleName().contentEquals(name))
                .findFirst()
                .map(Element.class::cast)
                .orElse(component);
        TypeMirror type = component.asType();
        Form form = form(type);
        Optional<TypeElement> element = form == Form.CHOICE || form == Form.RECORD ? element(type) : Optional.empty();
        Optional<RecordDeclaration> nested = element.filter(found -> form == Form.RECORD && !around.contains(found))
                .map(found -> read(found, path + "."));
        Origin origin = Origin.of(field).otherwise(input);
        Optional<AttributeReader> feature = component.getAnnotationMirrors().stream()
                .filter(RecordReader::isFeature)
                .findFirst()
                .map(mirror -> new AttributeReader(elements, field, mirror, 0, mismatches));
        feature.ifPresent(attributes -> attributes.expectNoneBut(FEATURE_ATTRIBUTES));
        return new ComponentDeclaration(
                name,
                path,
                origin,
                form,
                text(type),
                !type.getKind().isPrimitive(),
                isNever(type),
                element,
                nested,
                placed(feature.map(attributes -> attributes.read("length", Integer.class, 0)), 0, origin),
                placed(
                        feature.map(attributes -> attributes.read("missing", Float.class, Float.NaN)),
                        Float.NaN,
                        origin),
                placed(feature.map(attributes -> attributes.read("index", Boolean.class, false)), false, origin));
    }

    /** At the component: compilers forget what an annotation of it says where. */
    private static <T> Declared<T> placed(Optional<Declared<T>> read, T otherwise, Origin origin) {
        return read.map(found -> new Declared<>(found.value(), found.isWritten(), origin))
                .orElse(new Declared<>(otherwise, false, origin));
    }

    private static boolean isFeature(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(Feature.class.getName());
    }

    private static Form form(TypeMirror type) {
        if (type instanceof ArrayType array) {
            TypeKind element = array.getComponentType().getKind();
            return element == TypeKind.BOOLEAN ? Form.FLAGS : isNumber(element) ? Form.NUMBERS : Form.NOTHING;
        }
        if (type.getKind() == TypeKind.ERROR) {
            throw new UnknownValueException();
        }
        if (type.getKind().isPrimitive()) {
            return type.getKind() == TypeKind.BOOLEAN
                    ? Form.FLAG
                    : isNumber(type.getKind()) ? Form.NUMBER : Form.NOTHING;
        }
        return element(type).map(RecordReader::form).orElse(Form.NOTHING);
    }

    private static Form form(TypeElement type) {
        return switch (type.getKind()) {
            case ENUM -> Form.CHOICE;
            case RECORD -> type.getTypeParameters().isEmpty() ? Form.RECORD : Form.NOTHING;
            default -> BOXES.getOrDefault(type.getQualifiedName().toString(), Form.NOTHING);
        };
    }

    /** A letter is none. */
    private static boolean isNumber(TypeKind kind) {
        return kind.isPrimitive() && kind != TypeKind.BOOLEAN && kind != TypeKind.CHAR;
    }

    private static boolean isNever(TypeMirror type) {
        return type.getKind().isPrimitive() && type.getKind() != TypeKind.FLOAT && type.getKind() != TypeKind.DOUBLE;
    }

    private static Optional<TypeElement> element(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
                : Optional.empty();
    }

    /** Not by {@code toString}, in which compilers differ. */
    static String text(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return text(array.getComponentType()) + "[]";
        }
        return element(type)
                .map(found -> found.getSimpleName().toString())
                .orElse(
                        type.getKind().isPrimitive()
                                ? type.getKind().name().toLowerCase(Locale.ROOT)
                                : type.toString());
    }
}
