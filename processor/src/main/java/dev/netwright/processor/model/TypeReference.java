package dev.netwright.processor.model;

/**
 * A type of the user's that the generated class names.
 *
 * @param packageName empty for the unnamed package
 * @param name        its name within the package, {@code Outer.Inner} where it is nested
 */
public record TypeReference(String packageName, String name) {
    /** {@code Inner}. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
