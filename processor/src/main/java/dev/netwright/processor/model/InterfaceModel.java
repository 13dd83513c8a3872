package dev.netwright.processor.model;

import java.util.List;

/**
 * What a network has from its interface, whatever it is declared by.
 *
 * @param packageName   the package of the declaring interface; empty for the unnamed one
 * @param interfaceName the interface within its package, {@code Outer.Inner} where it is nested
 * @param shadowed      simple names that mean something of the user's inside the generated class
 * @param isPublic      whether the interface and all that encloses it is public
 * @param suppressed    the warnings that the generated class suppresses
 */
public record InterfaceModel(
        String packageName, String interfaceName, List<String> shadowed, boolean isPublic, List<String> suppressed) {
    /** Copies the lists. */
    public InterfaceModel {
        shadowed = List.copyOf(shadowed);
        suppressed = List.copyOf(suppressed);
    }

    /** The simple name of the generated class. */
    public String generatedName() {
        return NetworkModel.generatedName(interfaceName);
    }
}
