package dev.netwright.export;

/**
 * A field or a method of a part.
 *
 * @param name     its name; methods of one name belong together
 * @param isMethod whether it is a method
 * @param text     all lines of it with the comment above, indented by four columns; ends with a line break
 */
record Member(String name, boolean isMethod, String text) {
    /** Its text without comments and strings. */
    String code() {
        return PartSource.withoutComments(text);
    }
}
