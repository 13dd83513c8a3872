package dev.netwright.processor.declaration;

import dev.netwright.processor.model.ComponentModel;
import dev.netwright.processor.model.RecordModel;
import dev.netwright.processor.model.TypeReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** From records without mistakes to their models. */
final class RecordModels {
    private final TypeNames names;

    /** @param names how the generated class names types */
    RecordModels(TypeNames names) {
        this.names = names;
    }

    RecordModel model(RecordDeclaration record) {
        // Those that are inputs of their own stand behind the others.
        return new RecordModel(
                reference(record.type()),
                Stream.concat(
                                record.components().stream().filter(component -> !component.isIndex()),
                                record.indices().stream())
                        .map(this::model)
                        .toList());
    }

    private ComponentModel model(ComponentDeclaration component) {
        ComponentModel.Kind kind = component.isIndex() ? ComponentModel.Kind.INDEX : kind(component);
        return new ComponentModel(
                component.name(),
                kind,
                (int) component.columns(),
                component.isNullable(),
                component.missing().isWritten() ? component.missing().value() : Float.NaN,
                kind == ComponentModel.Kind.CHOICE ? component.type().map(this::reference) : Optional.empty(),
                component.nested().map(this::model));
    }

    private static ComponentModel.Kind kind(ComponentDeclaration component) {
        return switch (component.form()) {
            case NUMBER -> ComponentModel.Kind.NUMBER;
            case FLAG -> ComponentModel.Kind.FLAG;
            case CHOICE -> ComponentModel.Kind.CHOICE;
            case NUMBERS -> ComponentModel.Kind.NUMBERS;
            case FLAGS -> ComponentModel.Kind.FLAGS;
            case RECORD -> ComponentModel.Kind.RECORD;
            case NOTHING -> throw new IllegalStateException(component.path() + " is no feature");
        };
    }

    /** What the columns of a record are called, as the runtime calls them. */
    static List<String> features(RecordDeclaration record) {
        return record.components().stream().flatMap(RecordModels::features).toList();
    }

    private static Stream<String> features(ComponentDeclaration component) {
        return switch (component.form()) {
            case NUMBER, FLAG -> Stream.of(component.path());
            case CHOICE ->
                EnumConstants.of(component.type().orElseThrow()).stream()
                        .map(constant -> component.path() + "=" + constant);
            case NUMBERS, FLAGS ->
                IntStream.range(0, component.length().value())
                        .mapToObj(element -> component.path() + "[" + element + "]");
            case RECORD -> features(component.nested().orElseThrow()).stream();
            case NOTHING -> throw new IllegalStateException(component.path() + " is no feature");
        };
    }

    /** A type as the generated class names it. */
    TypeReference reference(TypeElement type) {
        return names.type(type).orElseThrow();
    }
}
