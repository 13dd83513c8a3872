package dev.netwright.processor.declaration;

import dev.netwright.processor.declaration.ComponentDeclaration.Form;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.RecordModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Checks that every component of a record that is an input makes features, and says how many. */
final class RecordChecks {
    /** The types of indices beside enums. */
    private static final Set<String> WHOLE = Set.of("byte", "short", "int", "Byte", "Short", "Integer");

    private final Elements elements;
    private final NetworkDeclaration declaration;
    private final List<Finding> findings = new ArrayList<>();

    /** Components that have been checked: a record may be there twice, and is said to be wrong once. */
    private final Set<Origin> checked = new HashSet<>();

    RecordChecks(Elements elements, NetworkDeclaration declaration) {
        this.elements = elements;
        this.declaration = declaration;
    }

    List<Finding> findings() {
        for (int n = 0; n < declaration.inputs().size(); n++) {
            int i = n;
            InputDeclaration input = declaration.inputs().get(i);
            input.record().value().ifPresent(record -> check(i, input.record().origin(), record));
        }
        return findings;
    }

    private void check(int input, Origin place, RecordDeclaration record) {
        String name = record.type().getSimpleName().toString();
        Optional<String> fault = fault(record.type());
        if (fault.isPresent()) {
            add(input, place, Code.INPUT_RECORD, name, fault.get());
        } else if (record.isTooLarge()) {
            add(input, place, Code.INPUT_COMPONENTS, name, RecordModel.MOST_COMPONENTS);
        } else {
            record.components().forEach(component -> check(input, record, component));
            if (record.isAllIndices()) {
                add(input, place, Code.INPUT_INDICES, name);
            }
        }
    }

    /** What is wrong with a record itself, said after 'which is'. */
    Optional<String> fault(TypeElement record) {
        if (record.getKind() != ElementKind.RECORD) {
            return Optional.of("no record");
        }
        if (!record.getTypeParameters().isEmpty()) {
            return Optional.of("a record with type parameters");
        }
        if (record.getRecordComponents().isEmpty()) {
            return Optional.of("a record without components");
        }
        return Visibility.fault(elements, record, declaration.type());
    }

    private void check(int input, RecordDeclaration owner, ComponentDeclaration component) {
        if (!checked.add(component.origin())) {
            return;
        }
        checkType(input, component);
        checkLength(input, component);
        checkMissing(input, component);
        checkIndex(input, owner, component);
        component.nested().ifPresent(record -> record.components().forEach(inner -> check(input, record, inner)));
    }

    private void checkType(int input, ComponentDeclaration component) {
        if (component.form() == Form.NOTHING) {
            addOf(input, component, Code.COMPONENT_TYPE, "no feature");
        } else if (component.form() == Form.CHOICE && component.columns() == 0) {
            addOf(input, component, Code.COMPONENT_TYPE, "an enum without constants");
        } else if (component.form() == Form.CHOICE) {
            Visibility.fault(elements, component.type().orElseThrow(), declaration.type())
                    .ifPresent(fault -> addOf(input, component, Code.COMPONENT_TYPE, fault));
        } else if (component.form() == Form.RECORD && component.nested().isEmpty()) {
            addOf(input, component, Code.COMPONENT_CYCLE);
        } else if (component.form() == Form.RECORD) {
            fault(component.type().orElseThrow())
                    .ifPresent(fault -> addOf(input, component, Code.COMPONENT_TYPE, fault));
        }
    }

    private void checkLength(int input, ComponentDeclaration component) {
        Declared<Integer> length = component.length();
        if (!component.form().isArray()) {
            if (length.isWritten() && component.form() != Form.NOTHING) {
                add(
                        input,
                        length.origin(),
                        Code.COMPONENT_LENGTH_UNUSED,
                        component.path(),
                        component.typeText(),
                        length.value());
            }
        } else if (!length.isWritten()) {
            addOf(input, component, Code.COMPONENT_LENGTH_MISSING, component.name());
        } else if (length.value() < 1) {
            add(input, length.origin(), Code.COMPONENT_LENGTH, component.path(), length.value());
        }
    }

    private void checkMissing(int input, ComponentDeclaration component) {
        Declared<Float> missing = component.missing();
        if (!missing.isWritten() || component.form() == Form.NOTHING) {
            return;
        }
        if (!Float.isFinite(missing.value())) {
            add(input, missing.origin(), Code.COMPONENT_MISSING, component.path(), missing.value());
        } else if (component.isNever()) {
            add(
                    input,
                    missing.origin(),
                    Code.COMPONENT_MISSING_UNUSED,
                    component.path(),
                    component.typeText(),
                    missing.value());
        }
    }

    private void checkIndex(int input, RecordDeclaration owner, ComponentDeclaration component) {
        if (!component.isIndex()) {
            return;
        }
        String cure = "let an enum, a byte, a short or an int be an index, without missing";
        if (!component.path().equals(component.name())) {
            String within =
                    "it is a component of a record within the record, and an input is called as a single one is";
            addOf(input, component, Code.COMPONENT_INDEX, within, cureWithin(input, owner, component));
        } else if (!isIndexType(component)) {
            addOf(input, component, Code.COMPONENT_INDEX, notAnIndex(component), cure);
        } else if (component.missing().isWritten()) {
            addOf(input, component, Code.COMPONENT_INDEX, "no number can stand for a row that is missing", cure);
        }
    }

    /** What to write where an index is a component of a record within the record of an input. */
    private String cureWithin(int input, RecordDeclaration owner, ComponentDeclaration component) {
        String outer = declaration
                .inputs()
                .get(input)
                .record()
                .value()
                .map(record -> record.type().getSimpleName().toString())
                .orElseThrow();
        String[] path = component.path().split("\\.");
        return "let " + component.name() + " be a component of " + outer + " itself, or let "
                + owner.type().getSimpleName()
                + " be an input of its own: @Input(record = " + owner.type().getSimpleName() + ".class, name = \""
                + path[path.length - 2] + "\")";
    }

    private static String notAnIndex(ComponentDeclaration component) {
        if (component.form().isArray()) {
            return "an array has many numbers and an index is one";
        }
        boolean isLong = component.form() == Form.NUMBER
                && component.typeText().toLowerCase(Locale.ROOT).equals("long");
        return isLong ? "rows of a table are counted by an int" : "it is no enum and no whole number";
    }

    /** A type of the user's may be called as a box is. */
    private static boolean isIndexType(ComponentDeclaration component) {
        return component.form() == Form.CHOICE
                || (component.form() == Form.NUMBER && WHOLE.contains(component.typeText()));
    }

    private void addOf(int input, ComponentDeclaration component, Code code, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(component.path(), component.typeText()));
        arguments.addAll(List.of(more));
        add(input, component.origin(), code, arguments.toArray());
    }

    private void add(int input, Origin place, Code code, Object... arguments) {
        findings.add(Finding.of(code, place, declaration.placeOfInput(input), Finding.INPUT + input, arguments));
    }
}
