package dev.netwright.processor.emit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left to do on the text that JavaPoet writes. */
final class SourceText {
    private static final int LONGEST_LINE = 120;

    private static final Pattern DOCUMENTED_IN_ONE_LINE = Pattern.compile("(?m)^( *)/\\*\\*\n\\1 \\* (.*)\n\\1 \\*/$");

    private static final Pattern UNDOCUMENTED_FIELD = Pattern.compile(
            "\n\n(?= *private (?:static )?(?:final )?(?:int|float\\[\\]|(?:\\w+\\.)*BatchStatistics) [^ ();]+(?: =|;))");

    private static final Pattern EMPTY_RECORD = Pattern.compile("(?m)^( *(?:public )?record .*\\{)\n *}$");

    private SourceText() {}

    /** All steps. */
    static String tidy(String source) {
        return foldRecords(joinFields(foldDocumentation(source)));
    }

    /** A record that has its components alone. */
    private static String foldRecords(String source) {
        return EMPTY_RECORD.matcher(source).replaceAll("$1}");
    }

    /** Puts documentation of one line, which JavaPoet spreads over three, back on one line where it fits. */
    static String foldDocumentation(String source) {
        Matcher matcher = DOCUMENTED_IN_ONE_LINE.matcher(source);
        StringBuilder folded = new StringBuilder();
        while (matcher.find()) {
            String line = matcher.group(1) + "/** " + matcher.group(2) + " */";
            String kept = line.length() <= LONGEST_LINE ? line : matcher.group();
            matcher.appendReplacement(folded, Matcher.quoteReplacement(kept));
        }
        return matcher.appendTail(folded).toString();
    }

    /** Takes away the empty line before a field without documentation, so that the fields of one layer stand together. */
    static String joinFields(String source) {
        return UNDOCUMENTED_FIELD.matcher(source).replaceAll("\n");
    }
}
