package dev.netwright.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source of a class whose members exported files may have. It is one of our own, so it has the form that the formatter gives it:
 * members are indented by four columns, a method ends with a brace in that column, and a field with a semicolon.
 *
 * @param name    the class
 * @param comment what is said of it where it is nested in another class
 * @param imports what it imports, whole lines; none that are static
 * @param members its fields and methods, in their order
 */
record PartSource(String name, String comment, List<String> imports, List<Member> members) {
    private static final String FUSED = "Math.fma(";
    private static final String EMULATED = "Fma.fma(";
    private static final String INDENT = "    ";

    private static final Pattern STATIC_IMPORT = Pattern.compile("(?m)^import static [\\w.]+\\.(\\w+)\\.(\\w+);$");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?!static )[\\w.]+;$");
    private static final Pattern VISIBILITY = Pattern.compile("(?m)^    (?:public |private )?static ");
    private static final Pattern METHOD = Pattern.compile("\\A\\s*static (?!final )[\\w\\[\\]<>?]+ (\\w+)\\(");
    private static final Pattern FIELD = Pattern.compile("\\A\\s*static final [\\w\\[\\]]+ (\\w+) =");
    /** Possessive, for else a text of some thousand letters takes more stack than there is. */
    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])++'");

    /** Of a class whose source lies in this module's jar. */
    static PartSource read(String name, String comment) {
        try (InputStream in =
                Objects.requireNonNull(PartSource.class.getResourceAsStream("parts/" + name + ".java"), name)) {
            return of(name, comment, new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("The source of " + name + " in this module's jar cannot be read.", e);
        }
    }

    static PartSource of(String name, String comment, String source) {
        String text = Ascii.ofComments(source.replace(FUSED, EMULATED));
        String members = text.substring(text.indexOf(" class " + name));
        for (Matcher found = STATIC_IMPORT.matcher(text); found.find(); ) {
            String field = found.group(2);
            members = members.replaceAll("(?<![\\w.])" + field + "\\b", found.group(1) + "." + field);
        }
        List<String> imports = new ArrayList<>();
        for (Matcher found = IMPORT.matcher(text); found.find(); ) {
            imports.add(found.group());
        }
        return new PartSource(name, comment, imports, members(members));
    }

    private static List<Member> members(String source) {
        List<Member> members = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (String line : source.lines().skip(1).toList()) {
            if (line.isEmpty() && lines.isEmpty()) {
                continue;
            }
            lines.append(line).append('\n');
            if (isEnd(line, withoutComments(lines.toString()))) {
                add(lines.toString(), members);
                lines.setLength(0);
            }
        }
        return members;
    }

    /** Whether a line is the last one of a member, whose code as far as here is given. */
    private static boolean isEnd(String line, String code) {
        boolean isInComment = code.contains("/**");
        boolean isField = line.endsWith(";") && !code.contains("{") && !isInComment;
        return isField || line.startsWith(INDENT + "}") || line.endsWith("{}");
    }

    /** Constructors, of which nobody makes use, are none. */
    private static void add(String lines, List<Member> members) {
        String text = VISIBILITY.matcher(lines).replaceAll(INDENT + "static ");
        String code = withoutComments(text);
        Matcher method = METHOD.matcher(code);
        if (method.find()) {
            members.add(new Member(method.group(1), true, text));
            return;
        }
        Matcher field = FIELD.matcher(code);
        if (field.find()) {
            members.add(new Member(field.group(1), false, text));
        }
    }

    /** A text whose comments, strings and characters are empty. */
    static String withoutComments(String text) {
        return COMMENT_OR_TEXT.matcher(text).replaceAll(found -> found.group().charAt(0) == '"' ? "\"\"" : " ");
    }
}
