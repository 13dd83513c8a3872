package dev.netwright.processor.model;

/**
 * A type of the user's that the generated class names.
 *
 * @param packageName empty for the unnamed package
 * @param name        its name within the package, {@code Outer.Inner} where it is nested
 * @param isHidden    whether the first of these names means something else inside the generated class
 */
public record TypeReference(String packageName, String name, boolean isHidden) {
    /** A type that nothing hides. */
    public TypeReference(String packageName, String name) {
        this(packageName, name, false);
    }

    /** The same type, whose name alone would mean something else. */
    public TypeReference inFull() {
        return new TypeReference(packageName, name, true);
    }

    /** The part of its package's name that stands first; empty for the unnamed package. */
    public String firstPackage() {
        return packageName.contains(".") ? packageName.substring(0, packageName.indexOf('.')) : packageName;
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
