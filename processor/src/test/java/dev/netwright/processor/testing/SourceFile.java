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
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:[a-z -]* )?(?:@?interface|class|record|enum) (\\w+)");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:[a-z -]* )?(?:@?interface|class|record|enum) (\\w+)");

    /** A file that is named like the public type at the start of a line in it, or like the first one. */
    public static SourceFile of(String text) {
        Matcher type = PUBLIC_TYPE.matcher(text);
        if (!type.find()) {
            type = TYPE.matcher(text);
            if (!type.find()) {
                throw new IllegalArgumentException("No type in: " + text);
            }
        }
        Matcher packageName = PACKAGE.matcher(text);
        String folder = packageName.find() ? packageName.group(1).replace('.', '/') + "/" : "";
        return new SourceFile(folder + type.group(1) + ".java", text);
    }
}
