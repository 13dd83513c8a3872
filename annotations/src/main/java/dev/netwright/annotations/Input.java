package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an input of a network: how many features of a sample it has, or how they are arranged. Repeated, it declares several, whose features lie side by side
 * in a sample, in the order of their declaration.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Inputs.class)
public @interface Input {
    /** Its features, at least 1. Left out where {@link #shape} is given. */
    int value() default 0;

    /**
     * Instead of a number of features their arrangement, for convolutions: {@code {height, width, channels}} or, in one dimension,
     * {@code {length, channels}}. A sample is row-major with the channels last, and every layer that is no convolution takes it
     * as so many features.
     */
    int[] shape() default {};

    /**
     * Instead of a number of features a record, whose components are the features, in their order: numbers are one each, booleans
     * 0 or 1, enums a feature for each constant of which one is 1, records within it what their components are, and arrays of
     * numbers or booleans as many as {@link Feature#length} says. Any other component is a compile error. Left out: none.
     */
    Class<? extends Record> record() default Record.class;

    /**
     * A name for layers that read it with {@link Layer#from}: a Java identifier. Left out: {@code input}, or {@code input1}, {@code
     * input2}, ... where there are several.
     */
    String name() default "";
}
