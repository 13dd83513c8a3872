package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a component of a record that is an {@link Input#record} what its type does not say. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface Feature {
    /** The elements of an array, each of which is a feature; at least 1. An array needs it, and nothing else may have it. */
    int length() default 0;

    /**
     * The number that every feature of the component gets where its value is missing: where it is null, or a number that is NaN. Of an enum, 0
     * stands for none of the constants. Left out: a missing value is an error.
     */
    float missing() default Float.NaN;

    /**
     * Whether the component, an enum or an int, is no feature of the record's input but an input of its own, called as the component is,
     * whose number picks a row of an embedding's table: {@code @Layer(size = 4, embedding = 12, from = "district")}. Of an enum that is
     * the place of the constant, counted from 0. Its column stands behind those of all other components.
     */
    boolean index() default false;
}
