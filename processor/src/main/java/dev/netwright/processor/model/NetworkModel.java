package dev.netwright.processor.model;

import java.util.List;

/**
 * A network that is valid by construction: every mistake has been reported before one is made.
 *
 * @param packageName   the package of the declaring interface; empty for the unnamed one
 * @param interfaceName the interface within its package, {@code Outer.Inner} where it is nested
 * @param memberTypes   simple names of the types that the interface declares or inherits, which would shadow imports
 * @param isPublic      whether the interface and all that encloses it is public
 * @param inputSize     features of one sample
 * @param layers        from the first to the last, at least one
 */
public record NetworkModel(
        String packageName,
        String interfaceName,
        List<String> memberTypes,
        boolean isPublic,
        int inputSize,
        List<DenseLayer> layers) {
    /** Copies the lists. */
    public NetworkModel {
        memberTypes = List.copyOf(memberTypes);
        layers = List.copyOf(layers);
    }

    /** The simple name of the interface. */
    public String simpleName() {
        return interfaceName.substring(interfaceName.lastIndexOf('.') + 1);
    }

    /** The simple name of the generated class: {@code Outer_InnerNetwork} for a nested interface. */
    public String generatedName() {
        return interfaceName.replace('.', '_') + "Network";
    }
}
