package dev.netwright.processor.diagnostic;

import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * The place of something that the user wrote, as exact as it is known.
 *
 * @param element    the interface, or a method of it
 * @param annotation the annotation on it
 * @param index      which of the annotations of this type on the element it is, from 0
 * @param attribute  the attribute of the annotation
 * @param position   which element of an attribute that is an array, from 0
 * @param value      the attribute's value
 * @param instead    where to print under compilers that have no place for it: all but javac, and javac where it has no source
 */
public record Origin(
        Element element,
        Optional<AnnotationMirror> annotation,
        int index,
        Optional<String> attribute,
        OptionalInt position,
        Optional<AnnotationValue> value,
        Optional<Origin> instead) {
    /** The place of a declaration. */
    public static Origin of(Element element) {
        return new Origin(
                element,
                Optional.empty(),
                0,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The place of an annotation. */
    public static Origin of(Element element, AnnotationMirror annotation, int index) {
        return new Origin(
                element,
                Optional.of(annotation),
                index,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The place of a value of this annotation. */
    public Origin at(String name, AnnotationValue attributeValue) {
        return new Origin(
                element,
                annotation,
                index,
                Optional.of(name),
                OptionalInt.empty(),
                Optional.of(attributeValue),
                instead);
    }

    /** The place of one element of this value, which is an array. Where only values have places, it is the array's. */
    public Origin element(int number) {
        return new Origin(element, annotation, index, attribute, OptionalInt.of(number), value, instead);
    }

    /** The same place, and another to print at instead under compilers that have none. */
    public Origin otherwise(Origin other) {
        return new Origin(element, annotation, index, attribute, position, value, Optional.of(other));
    }
}
