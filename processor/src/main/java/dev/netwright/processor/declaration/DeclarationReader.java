package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Inputs;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Layers;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.annotations.OnnxModel;
import dev.netwright.annotations.Padding;
import dev.netwright.annotations.Pooling;
import dev.netwright.processor.declaration.AttributeReader.UnknownValueException;
import dev.netwright.processor.diagnostic.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads annotations into records. Never through classes of the user's, which may not be compiled yet. */
public final class DeclarationReader {
    private static final Set<String> INPUT_ATTRIBUTES = Set.of("value", "shape", "record", "name");
    private static final Set<String> LAYER_ATTRIBUTES = Set.of(
            "size",
            "labels",
            "activation",
            "function",
            "alpha",
            "name",
            "from",
            "merge",
            "normalize",
            "epsilon",
            "dropout",
            "residual",
            "embedding",
            "kernel",
            "stride",
            "padding",
            "pool",
            "pooling",
            "output",
            "bias",
            "init",
            "constant",
            "trainable",
            "l1",
            "l2");

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
        if (hasUnknownSupertype(type)) {
            return Optional.empty();
        }
        try {
            List<Finding> mismatches = new ArrayList<>();
            List<InputDeclaration> inputs = new ArrayList<>();
            List<AnnotationMirror> ofInputs = mirrors(type, Input.class, Inputs.class);
            for (int i = 0; i < ofInputs.size(); i++) {
                InputDeclaration input =
                        input(new AttributeReader(elements, type, ofInputs.get(i), i, mismatches), mismatches);
                inputs.add(input);
                input.record()
                        .value()
                        .ifPresent(record ->
                                record.indices().forEach(component -> inputs.add(InputDeclaration.of(component))));
            }
            List<LayerDeclaration> layers = new ArrayList<>();
            for (AnnotationMirror mirror : mirrors(type, Layer.class, Layers.class)) {
                layers.add(layer(new AttributeReader(elements, type, mirror, layers.size(), mismatches)));
            }
            return Optional.of(new NetworkDeclaration(type, inputs, layers, Optional.empty(), mismatches));
        } catch (UnknownValueException e) {
            return Optional.empty();
        }
    }

    /** Whether a file declares the network of a type. */
    public static boolean isImported(TypeElement type) {
        return type.getAnnotationMirrors().stream().anyMatch(mirror -> isOfType(mirror, OnnxModel.class));
    }

    /** Whether anything that a type extends is not known. */
    static boolean hasUnknownSupertype(TypeElement type) {
        return hasUnknownSupertype(type, new HashSet<>());
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

    private InputDeclaration input(AttributeReader attributes, List<Finding> mismatches) {
        attributes.expectNoneBut(INPUT_ATTRIBUTES);
        Declared<Optional<TypeElement>> type = attributes.readType("record", ElementKind.RECORD, Record.class);
        Declared<Optional<RecordDeclaration>> record =
                type.with(type.value().map(found -> new RecordReader(elements, type.origin(), mismatches).read(found)));
        return new InputDeclaration(
                attributes.origin(),
                attributes.read("value", Integer.class, 1),
                attributes.readAll("shape", Integer.class),
                record,
                attributes.read("name", String.class, ""),
                Optional.empty());
    }

    private static LayerDeclaration layer(AttributeReader attributes) {
        attributes.expectNoneBut(LAYER_ATTRIBUTES);
        Declared<Optional<TypeElement>> labels = attributes.readType("labels", ElementKind.ENUM, Enum.class);
        return new LayerDeclaration(
                attributes.origin(),
                sizeOrLabels(attributes.read("size", Integer.class, 1), labels),
                labels,
                attributes.readConstant("activation", Activation.IDENTITY),
                attributes.readClass("function"),
                attributes.read("alpha", Float.class, Float.NaN),
                attributes.read("name", String.class, ""),
                attributes.readAll("from", String.class),
                attributes.readConstant("merge", Merge.CONCATENATE),
                attributes.readConstant("normalize", Normalization.NONE),
                attributes.read("epsilon", Float.class, Normalization.DEFAULT_EPSILON),
                attributes.read("dropout", Float.class, 0f),
                attributes.read("residual", String.class, ""),
                attributes.read("embedding", Integer.class, 0),
                attributes.readAll("kernel", Integer.class),
                attributes.readAll("stride", Integer.class),
                attributes.readConstant("padding", Padding.VALID),
                attributes.readAll("pool", Integer.class),
                attributes.readConstant("pooling", Pooling.MAXIMUM),
                attributes.read("output", Boolean.class, false),
                attributes.read("bias", Boolean.class, true),
                attributes.readConstant("init", Initializer.AUTO),
                attributes.read("constant", Float.class, Float.NaN),
                attributes.read("trainable", Boolean.class, true),
                attributes.read("l1", Float.class, 0f),
                attributes.read("l2", Float.class, 0f));
    }

    /** Where the labels alone say how many units there are, that is the size. */
    private static Declared<Integer> sizeOrLabels(Declared<Integer> size, Declared<Optional<TypeElement>> labels) {
        boolean isLabelled = !size.isWritten() && labels.value().isPresent();
        return isLabelled ? labels.with(EnumConstants.of(labels.value().get()).size()) : size;
    }

    /** Repeated annotations come in a container; a single one, or one beside a written-out container, does not. */
    static List<AnnotationMirror> mirrors(TypeElement type, Class<?> annotation, Class<?> container) {
        List<AnnotationMirror> found = new ArrayList<>();
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            if (isOfType(mirror, annotation)) {
                found.add(mirror);
            } else if (isOfType(mirror, container)) {
                mirror.getElementValues().values().forEach(value -> addContained(value, found));
            }
        }
        return found;
    }

    private static void addContained(AnnotationValue container, List<AnnotationMirror> found) {
        if (!(container.getValue() instanceof List<?> list)) {
            throw new UnknownValueException();
        }
        for (Object value : list) {
            if (!(((AnnotationValue) value).getValue() instanceof AnnotationMirror mirror)) {
                throw new UnknownValueException();
            }
            found.add(mirror);
        }
    }

    static boolean isOfType(AnnotationMirror mirror, Class<?> annotation) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(annotation.getName());
    }
}
