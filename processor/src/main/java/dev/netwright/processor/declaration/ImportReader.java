package dev.netwright.processor.declaration;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Inputs;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Layers;
import dev.netwright.annotations.OnnxModel;
import dev.netwright.processor.declaration.AttributeReader.UnknownValueException;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an interface whose network a file declares: which file, and what the type arguments say of samples and classes. */
public final class ImportReader {
    private final Elements elements;
    private final Types types;

    /** A reader for one compiler. */
    public ImportReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** What a type with {@code @OnnxModel} declares; empty where it names something that the compiler does not know yet. */
    public Optional<ImportDeclaration> read(TypeElement type) {
        if (DeclarationReader.hasUnknownSupertype(type)) {
            return Optional.empty();
        }
        try {
            List<Finding> mismatches = new ArrayList<>();
            AnnotationMirror mirror = type.getAnnotationMirrors().stream()
                    .filter(found -> DeclarationReader.isOfType(found, OnnxModel.class))
                    .findFirst()
                    .orElseThrow();
            AttributeReader attributes = new AttributeReader(elements, type, mirror, 0, mismatches);
            attributes.expectNoneBut(Set.of("value", "outputs"));
            Declared<String> file = attributes.read("value", String.class, "");
            List<Declared<String>> outputs =
                    attributes.readAll("outputs", String.class).value();
            Optional<TaskDeclaration> task = TaskDeclaration.of(elements, types, type);
            NetworkDeclaration declaration = new NetworkDeclaration(
                    type,
                    inputs(type, task, mismatches),
                    List.of(),
                    argument(task, 1).filter(found -> found.getKind() == ElementKind.ENUM),
                    mismatches);
            return Optional.of(new ImportDeclaration(declaration, file, outputs, others(type), task));
        } catch (UnknownValueException e) {
            return Optional.empty();
        }
    }

    /** The record that samples are, if they are one: what is none is looked at later. */
    private List<InputDeclaration> inputs(TypeElement type, Optional<TaskDeclaration> task, List<Finding> mismatches) {
        Origin place = Origin.of(type);
        return argument(task, 0)
                .filter(found -> found.getKind() == ElementKind.RECORD
                        && found.getTypeParameters().isEmpty())
                .map(found -> new RecordReader(elements, place, mismatches).read(found))
                .map(record -> InputDeclaration.of(record, place))
                .stream()
                .toList();
    }

    /** A class or interface that is a type argument. */
    private Optional<TypeElement> argument(Optional<TaskDeclaration> task, int number) {
        Optional<TypeMirror> argument =
                task.flatMap(found -> found.arguments().stream().skip(number).findFirst());
        if (argument.filter(found -> found.getKind() == TypeKind.ERROR).isPresent()) {
            throw new UnknownValueException();
        }
        return argument.filter(found -> found.getKind() == TypeKind.DECLARED)
                .map(found -> (TypeElement) types.asElement(found));
    }

    private static List<String> others(TypeElement type) {
        List<String> others = new ArrayList<>();
        if (!DeclarationReader.mirrors(type, Input.class, Inputs.class).isEmpty()) {
            others.add("Input");
        }
        if (!DeclarationReader.mirrors(type, Layer.class, Layers.class).isEmpty()) {
            others.add("Layer");
        }
        return others;
    }
}
