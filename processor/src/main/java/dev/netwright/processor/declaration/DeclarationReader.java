package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Layers;
import dev.netwright.processor.diagnostic.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Reads annotations into records. Never through classes of the user's, which may not be compiled yet. */
public final class DeclarationReader {
    private final Elements elements;

    /** A reader for one compiler. */
    public DeclarationReader(Elements elements) {
        this.elements = elements;
    }

    /** What the type declares; empty where a value has no meaning to the compiler itself, which reports it. */
    public Optional<NetworkDeclaration> read(TypeElement type) {
        try {
            Optional<Declared<Integer>> input = annotations(type, Input.class.getName()).stream()
                    .findFirst()
                    .map(mirror -> attributes(type, mirror, 0).read("value", Integer.class::cast));
            List<LayerDeclaration> layers = new ArrayList<>();
            for (AnnotationMirror mirror : layerMirrors(type)) {
                layers.add(layer(attributes(type, mirror, layers.size())));
            }
            return Optional.of(new NetworkDeclaration(type, input, layers));
        } catch (UnreadableValueException e) {
            return Optional.empty();
        }
    }

    private static LayerDeclaration layer(Attributes attributes) {
        return new LayerDeclaration(
                attributes.origin(),
                attributes.read("size", Integer.class::cast),
                attributes.read("activation", value -> Activation.valueOf(constantName(value))),
                attributes.read("alpha", Float.class::cast),
                attributes.read("name", String.class::cast),
                attributes.read("bias", Boolean.class::cast),
                attributes.read("init", value -> Initializer.valueOf(constantName(value))),
                attributes.read("constant", Float.class::cast));
    }

    private static String constantName(Object value) {
        return ((VariableElement) value).getSimpleName().toString();
    }

    private Attributes attributes(TypeElement type, AnnotationMirror mirror, int index) {
        return new Attributes(Origin.of(type, mirror, index), elements.getElementValuesWithDefaults(mirror), mirror);
    }

    /** Repeated layers come in a container; a single one, or one beside a written-out container, does not. */
    private static List<AnnotationMirror> layerMirrors(TypeElement type) {
        List<AnnotationMirror> layers = new ArrayList<>();
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            if (isOfType(mirror, Layer.class.getName())) {
                layers.add(mirror);
            } else if (isOfType(mirror, Layers.class.getName())) {
                for (AnnotationValue values : mirror.getElementValues().values()) {
                    if (!(values.getValue() instanceof List<?> list)) {
                        throw new UnreadableValueException();
                    }
                    for (Object value : list) {
                        if (!(((AnnotationValue) value).getValue() instanceof AnnotationMirror inner)) {
                            throw new UnreadableValueException();
                        }
                        layers.add(inner);
                    }
                }
            }
        }
        return layers;
    }

    private static List<AnnotationMirror> annotations(TypeElement type, String name) {
        List<AnnotationMirror> found = new ArrayList<>();
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            if (isOfType(mirror, name)) {
                found.add(mirror);
            }
        }
        return found;
    }

    private static boolean isOfType(AnnotationMirror mirror, String name) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(name);
    }

    /** The values of one annotation. */
    private record Attributes(
            Origin origin,
            Map<? extends ExecutableElement, ? extends AnnotationValue> values,
            AnnotationMirror mirror) {
        <T> Declared<T> read(String name, Function<Object, T> convert) {
            for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry : values.entrySet()) {
                if (entry.getKey().getSimpleName().contentEquals(name)) {
                    boolean isWritten = mirror.getElementValues().containsKey(entry.getKey());
                    Origin place = isWritten ? origin.at(name, entry.getValue()) : origin;
                    try {
                        return new Declared<>(convert.apply(entry.getValue().getValue()), isWritten, place);
                    } catch (ClassCastException | IllegalArgumentException e) {
                        throw new UnreadableValueException();
                    }
                }
            }
            throw new UnreadableValueException();
        }
    }

    /** A value that does not compile: the compiler says so, and nothing is added to that. */
    private static final class UnreadableValueException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
