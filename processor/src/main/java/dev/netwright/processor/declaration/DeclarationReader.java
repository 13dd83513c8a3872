package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Layers;
import dev.netwright.annotations.Merge;
import dev.netwright.processor.declaration.AttributeReader.UnknownValueException;
import dev.netwright.processor.diagnostic.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads annotations into records. Never through classes of the user's, which may not be compiled yet. */
public final class DeclarationReader {
    private static final Set<String> INPUT_ATTRIBUTES = Set.of("value", "name");
    private static final Set<String> LAYER_ATTRIBUTES =
            Set.of("size", "activation", "alpha", "name", "from", "merge", "residual", "bias", "init", "constant");

    private final Elements elements;

    /** A reader for one compiler. */
    public DeclarationReader(Elements elements) {
        this.elements = elements;
    }

    /**
     * What the type declares; empty where it names something that the compiler does not know. That may be what another
     * processor has yet to write; if nobody writes it, the compiler says so itself.
     */
    public Optional<NetworkDeclaration> read(TypeElement type) {
        if (hasUnknownSupertype(type, new HashSet<>())) {
            return Optional.empty();
        }
        try {
            List<Finding> mismatches = new ArrayList<>();
            Optional<InputDeclaration> input = mirrors(type, Input.class).stream()
                    .findFirst()
                    .map(mirror -> new AttributeReader(elements, type, mirror, 0, mismatches))
                    .map(DeclarationReader::input);
            List<LayerDeclaration> layers = new ArrayList<>();
            for (AnnotationMirror mirror : layerMirrors(type)) {
                layers.add(layer(new AttributeReader(elements, type, mirror, layers.size(), mismatches)));
            }
            return Optional.of(new NetworkDeclaration(type, input, layers, mismatches));
        } catch (UnknownValueException e) {
            return Optional.empty();
        }
    }

    private static boolean hasUnknownSupertype(TypeElement type, Set<String> seen) {
        for (TypeMirror supertype : type.getInterfaces()) {
            if (supertype.getKind() == TypeKind.ERROR) {
                return true;
            }
            TypeElement element = (TypeElement) ((DeclaredType) supertype).asElement();
            if (seen.add(element.getQualifiedName().toString()) && hasUnknownSupertype(element, seen)) {
                return true;
            }
        }
        return false;
    }

    private static InputDeclaration input(AttributeReader attributes) {
        attributes.expectNoneBut(INPUT_ATTRIBUTES);
        return new InputDeclaration(
                attributes.read("value", Integer.class, 1), attributes.read("name", String.class, ""));
    }

    private static LayerDeclaration layer(AttributeReader attributes) {
        attributes.expectNoneBut(LAYER_ATTRIBUTES);
        return new LayerDeclaration(
                attributes.origin(),
                attributes.read("size", Integer.class, 1),
                attributes.readConstant("activation", Activation.IDENTITY),
                attributes.read("alpha", Float.class, Float.NaN),
                attributes.read("name", String.class, ""),
                attributes.readTexts("from"),
                attributes.readConstant("merge", Merge.CONCATENATE),
                attributes.read("residual", String.class, ""),
                attributes.read("bias", Boolean.class, true),
                attributes.readConstant("init", Initializer.AUTO),
                attributes.read("constant", Float.class, Float.NaN));
    }

    /** Repeated layers come in a container; a single one, or one beside a written-out container, does not. */
    private static List<AnnotationMirror> layerMirrors(TypeElement type) {
        List<AnnotationMirror> layers = new ArrayList<>();
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            if (isOfType(mirror, Layer.class)) {
                layers.add(mirror);
            } else if (isOfType(mirror, Layers.class)) {
                mirror.getElementValues().values().forEach(value -> addContained(value, layers));
            }
        }
        return layers;
    }

    private static void addContained(AnnotationValue container, List<AnnotationMirror> layers) {
        if (!(container.getValue() instanceof List<?> list)) {
            throw new UnknownValueException();
        }
        for (Object value : list) {
            if (!(((AnnotationValue) value).getValue() instanceof AnnotationMirror layer)) {
                throw new UnknownValueException();
            }
            layers.add(layer);
        }
    }

    private static List<? extends AnnotationMirror> mirrors(TypeElement type, Class<?> annotation) {
        return type.getAnnotationMirrors().stream()
                .filter(mirror -> isOfType(mirror, annotation))
                .toList();
    }

    private static boolean isOfType(AnnotationMirror mirror, Class<?> annotation) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(annotation.getName());
    }
}
