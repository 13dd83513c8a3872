package dev.netwright.processor.model;

import java.util.List;

/**
 * A network that is valid by construction: every mistake has been reported before one is made.
 *
 * @param packageName   the package of the declaring interface; empty for the unnamed one
 * @param interfaceName the interface within its package, {@code Outer.Inner} where it is nested
 * @param shadowed      simple names that mean something of the user's inside the generated class, so that types of these
 *                      names are written in full: the interface's own and inherited member types and constants, and types
 *                      of its package that hide {@link #JAVA_LANG}
 * @param isPublic      whether the interface and all that encloses it is public
 * @param suppressed    the warnings that a class gets for implementing a deprecated interface, {@code deprecation} and
 *                      {@code removal}, or for being marked as generated, {@code exports}; mostly empty
 * @param inputSize     features of one sample
 * @param layers        from the first to the last, at least one
 */
public record NetworkModel(
        String packageName,
        String interfaceName,
        List<String> shadowed,
        boolean isPublic,
        List<String> suppressed,
        int inputSize,
        List<DenseLayer> layers) {
    /** More layers would bring a generated class near the 65,535 constants that a class file holds. */
    public static final int MOST_LAYERS = 1_000;

    /** What generated sources name without an import. */
    public static final List<String> JAVA_LANG =
            List.of("Float", "IllegalArgumentException", "Math", "Override", "SuppressWarnings", "System");

    /** Copies the lists. */
    public NetworkModel {
        shadowed = List.copyOf(shadowed);
        suppressed = List.copyOf(suppressed);
        layers = List.copyOf(layers);
    }

    /** The simple name of the interface. */
    public String simpleName() {
        return interfaceName.substring(interfaceName.lastIndexOf('.') + 1);
    }

    /** The simple name of the generated class: {@code Outer_InnerNetwork} for a nested interface. */
    public String generatedName() {
        return generatedName(interfaceName);
    }

    /** The simple name of the class that is generated for an interface of this name within its package. */
    public static String generatedName(String interfaceName) {
        return interfaceName.replace('.', '_') + "Network";
    }
}
