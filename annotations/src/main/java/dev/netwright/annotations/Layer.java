package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one dense layer: {@code a = activation(x·W + b)}. Repeated, it declares a sequence of layers, the first
 * reading the network's input and the last giving its output. Java keeps the order of repeated annotations of one type,
 * which is why every layer is declared with this one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Layers.class)
public @interface Layer {
    /** Units of the layer, at least 1. Always needed: left out it is a compile error. */
    int size() default 0;

    /** What is applied to the pre-activation {@code z = x·W + b}. */
    Activation activation() default Activation.IDENTITY;

    /**
     * The parameter of an activation that takes one ({@link Activation#alpha()} says which, its default and its range).
     * Left out, the activation's own default holds; given where the activation takes none, it is a compile error.
     */
    float alpha() default Float.NaN;

    /** A name for tables, messages and generated members: a Java identifier. Left out: {@code hidden1}, {@code hidden2}, ... and {@code output} for the last. */
    String name() default "";

    /** Whether a bias is added to every unit. Biases start at 0. */
    boolean bias() default true;

    /** How the weights start. */
    Initializer init() default Initializer.AUTO;

    /** The value that every weight starts with; needed with {@link Initializer#CONSTANT} and refused with any other. */
    float constant() default Float.NaN;
}
