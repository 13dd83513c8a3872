package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an input of a network: how many features of a sample it has. Repeated, it declares several, whose features lie side by side
 * in a sample, in the order of their declaration.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Inputs.class)
public @interface Input {
    /** Its features, at least 1. */
    int value();

    /**
     * A name for layers that read it with {@link Layer#from}: a Java identifier. Left out: {@code input}, or {@code input1}, {@code
     * input2}, ... where there are several.
     */
    String name() default "";
}
