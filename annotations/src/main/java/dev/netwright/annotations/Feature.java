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
}
