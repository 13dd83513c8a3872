package dev.netwright.annotations;

/** What a layer applies to its pre-activation: an entry of the table {@link Activation}, or a class of the user's that {@link Layer#function()} names. */
public interface ActivationFunction {
    /** Its name: a constant of {@link Activation}, or the simple name of a class. */
    String name();

    /** The name as tables have it: {@code leaky_relu}, {@code Swish}. */
    String label();

    /** The function, as {@code a = ...} of {@code z}. */
    String formula();

    /** The derivative {@code da/dz}, of {@code z} and {@code a}; for softmax and log-softmax the Jacobian. */
    String derivative();

    /** How weights start before this activation where a layer does not say. */
    Initializer defaultInitializer();

    /** Whether every unit is activated from its own pre-activation alone. */
    boolean isElementwise();
}
