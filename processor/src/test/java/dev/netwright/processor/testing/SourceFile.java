package dev.netwright.processor.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source that a test compiles.
 *
 * @param path where it belongs, such as {@code demo/Digits.java}
 * @param text what is in it
 */
public record SourceFile(String path, String text) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:[a-z -]* )?(?:@?interface|class|record|enum) (\\w+)");

    /** A file that is named like the first type at the start of a line in it. */
    public static SourceFile of(String text) {
        Matcher type = TYPE.matcher(text);
        if (!type.find()) {
            throw new IllegalArgumentException("No type in: " + text);
        }
        Matcher packageName = PACKAGE.matcher(text);
        String folder = packageName.find() ? packageName.group(1).replace('.', '/') + "/" : "";
        return new SourceFile(folder + type.group(1) + ".java", text);
    }
}
