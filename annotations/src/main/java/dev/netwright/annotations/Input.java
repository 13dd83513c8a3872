package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the input of a network: how many features one sample has. Stands once on an interface that extends {@code Network}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Input {
    /** Features of one sample, at least 1. */
    int value();

    /** A name for layers that read it with {@link Layer#from}: a Java identifier. Left out: {@code input}. */
    String name() default "";
}
