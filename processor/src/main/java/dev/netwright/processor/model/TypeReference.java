package dev.netwright.processor.model;

/**
 * A type of the user's that the generated class names.
 *
 * @param packageName empty for the unnamed package
 * @param name        its name within the package, {@code Outer.Inner} where it is nested
 * @param isHidden    whether the first of these names means something else inside the generated class, which inherits it from the interface
 */
public record TypeReference(String packageName, String name, boolean isHidden) {
    /** A type that nothing hides. */
    public TypeReference(String packageName, String name) {
        this(packageName, name, false);
    }

    /** {@code Inner}. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** {@code Outer}. */
    public String firstName() {
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }
}
