package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one layer. With a {@link #size} it is dense, {@code a = activation(x·W + b)}, with a {@link #kernel} too a
 * convolution, and with a {@link #embedding} a table; without a size it has no weights and merges, normalizes, activates, pools or drops out what it reads. Repeated, it declares a network: every layer reads the one above it, or what {@link #from}
 * names; the first reads the network's input and the last gives its output, as others may besides ({@link #output}). Java keeps the order of repeated annotations of one
 * type, which is why every layer is declared with this one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Layers.class)
public @interface Layer {
    /**
     * Units of the layer, filters of a convolution, or columns of a table; at least 1. Left out, the layer has no weights; then it must merge several
     * others, activate what {@link #from} names, add a residual, pool, or normalize or drop out without activating: anything else is
     * taken for a forgotten size and is a compile error.
     */
    int size() default 0;

    /**
     * An enum whose constants are the units, in their order. Says how many there are, so {@link #size} may be left out; given too, it
     * must be as many. For a layer that gives an output of the network. Left out: none.
     */
    @SuppressWarnings("rawtypes") // With Enum<?>, Enum.class could not stand for none.
    Class<? extends Enum> labels() default Enum.class;

    /**
     * Makes the layer a table of parameters with so many rows, {@code embedding x size}, from 1 to 2²⁴: every feature of the input that
     * it reads is a whole number from 0 to {@code embedding - 1} and picks a row, and the rows that a sample picks lie side by side
     * (Bengio et al. 2003). Names and words become vectors this way, without a column for each. It reads one input, which no other layer
     * reads but embeddings, and has neither kernel nor biases. An input with pixels keeps them: each channel becomes {@link #size}
     * channels. Left out: none.
     */
    int embedding() default 0;

    /**
     * The pixels that a convolution covers at one place: {@code {height, width}}, or one number for a square; in one
     * dimension the length. What the layer reads must be arranged in pixels: an input with a {@link Input#shape}, a convolution,
     * or what merges or pools such. The result has as many channels as the layer has filters. Left out: a dense layer.
     */
    int[] kernel() default {};

    /**
     * Pixels from one place of the kernel to the next, or on a layer without weights from one window of the pool to the next: {@code {down,
     * right}}, or one number for both. Left out: 1, or for a pool the size of its window.
     */
    int[] stride() default {};

    /** What a convolution sees beyond the edges, or on a layer without weights the windows of its pool. */
    Padding padding() default Padding.VALID;

    /**
     * The pixels of a window of the pool that follows the activation: {@code {height, width}}, or one number for a square; in one
     * dimension the length. Windows lie side by side; what fills no window is left out. On a layer without weights {@link #stride}
     * may let them overlap. Left out: no pool, unless {@link #pooling} says that all pixels are one window.
     */
    int[] pool() default {};

    /** What a pool makes of a window. */
    Pooling pooling() default Pooling.MAXIMUM;

    /** What is applied to the pre-activation {@code z = x·W + b}, or to what a layer without weights reads. */
    Activation activation() default Activation.IDENTITY;

    /**
     * A class of your own in place of an {@link #activation}: it has {@code static float f(float z)}, which is applied to every
     * pre-activation by itself, and {@code static float derivative(float z)}, the slope of f at z. The generated code calls the two
     * directly. They must depend on z alone, since any number of threads call them, and throw nothing. Training has the same bits
     * everywhere where their arithmetic has: plain arithmetic and {@code Math.fma} do, {@code Math.exp} and its like need not. {@code
     * GradientCheck} tells whether the one is the slope of the other. Left out: none.
     */
    Class<?> function() default Object.class;

    /**
     * The parameter of an activation that takes one ({@link Activation#alpha()} says which, its default and its range).
     * Left out, the activation's own default holds; given where the activation takes none, it is a compile error.
     */
    float alpha() default Float.NaN;

    /** A name for tables, messages and generated members: a Java identifier. Left out: {@code hidden1}, {@code hidden2}, ... and {@code output} for the last. */
    String name() default "";

    /**
     * The names of the layers or inputs that this one reads, in the order in which they are merged. They may stand above or
     * below, but data flows forward alone: a cycle is a compile error. Left out: the layer above, or for the first the input.
     */
    String[] from() default {};

    /** How several sources become one input; given where {@link #from} names fewer than two, it is a compile error. */
    Merge merge() default Merge.CONCATENATE;

    /** What is done to the pre-activation {@code x·W + b} before the activation, or to what a layer without weights reads. */
    Normalization normalize() default Normalization.NONE;

    /**
     * What a normalisation adds to the variance before it takes the root, which keeps equal values finite: above 0 and at most 1. The default is PyTorch's;
     * Keras has 1e-3, and networks that were trained elsewhere need theirs. Given where nothing is normalised, it is a compile error.
     */
    float epsilon() default Normalization.DEFAULT_EPSILON;

    /**
     * The probability that an activation of this layer is dropped in training, from 0 to less than 1; those that are kept are divided
     * by {@code 1 - dropout}, so that predictions need none of it (Srivastava et al. 2014). Where a layer pools, it is what the pool
     * gives that is dropped. Not for the layer that gives the outputs.
     */
    float dropout() default 0f;

    /**
     * The name of a layer or input that is added after the activation, the pool and dropout, {@code y = a + r}; it has the shape of
     * this layer's output. Left out: none (He et al. 2016).
     */
    String residual() default "";

    /**
     * Whether the layer is an output of the network; other layers may read it all the same. The last declared layer is one always,
     * so this declares a further one: a network with several heads. Their outputs stand side by side in the order of their
     * declaration.
     */
    boolean output() default false;

    /**
     * Whether a bias is added to every unit. Biases start at 0. Left out: yes, but with {@link Normalization#BATCH}, which would take it out
     * again: there the shift is the bias.
     */
    boolean bias() default true;

    /** How the weights start. */
    Initializer init() default Initializer.AUTO;

    /** The value that every weight starts with; needed with {@link Initializer#CONSTANT} and refused with any other. */
    float constant() default Float.NaN;

    /**
     * Whether training changes the layer's parameters. A frozen layer hands gradients on, and has none of its own. With {@link
     * Normalization#BATCH} it is normalised as any other, and its running mean and variance move: they are no parameters.
     */
    boolean trainable() default true;

    /**
     * Adds {@code l1·Σ|w|} over the weights, not the biases, to the loss in training: many weights become 0 (Tibshirani 1996). At
     * least 0.
     */
    float l1() default 0f;

    /** Adds {@code l2·Σw²} over the weights, not the biases, to the loss in training: weights stay small. At least 0. */
    float l2() default 0f;
}
