package dev.netwright.processor;

import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic.Kind;

/**
 * A source with mistakes whose comments say which findings are expected of it, below the line they are about:
 *
 * <pre>
 * {@literal @}Layer(size = 0)
 * //            ^ error: [Layer.Size] layer 1 of 1 (output): size is 0, but a layer needs at least 1 unit.
 * // |      input      784
 * // |  --> output  784 -> 0  identity
 * // |  Hint: write a positive number: size = 16
 * </pre>
 *
 * <p>The caret stands at the column; {@code <-} in its place means the column at which the comment begins. Lines with a
 * bar are the rest of the message; without any, its first line alone is compared. {@code javac: error:} is what one compiler says
 * there alone, since ecj has no places within a record. {@code warning:} stands for a warning,
 * and {@code compiler:} for a line at which the compilers have an error of their own, at whatever column; {@code javac:}
 * and {@code ecj:} for one that one compiler has alone.
 */
final class RejectedSource {
    private static final Pattern FINDING = Pattern.compile(
            "(?<before>\\s*//\\s*)(?<arrow>\\^|<-) (?<compiler>javac: |ecj: )?(?<kind>error|warning): (?<text>.*)");
    private static final Pattern REST = Pattern.compile("\\s*// \\|(?<text>.*)");
    private static final Pattern OWN = Pattern.compile("\\s*// (?<compiler>compiler|javac|ecj): .*");

    /** javac counts a tab as the step to the next multiple of this. */
    private static final int TAB = 8;

    private final SourceFile source;
    private final List<Expected> expected = new ArrayList<>();
    private final List<OwnError> ownErrors = new ArrayList<>();

    /**
     * One expected finding.
     *
     * @param compiler the compiler that says it alone; empty where both do
     * @param message  its first line, or the whole text
     */
    record Expected(String compiler, Kind kind, int line, int column, String message) {
        boolean isWhole() {
            return message.contains("\n");
        }

        /** Such as {@code Layer.Size}. */
        String code() {
            return message.substring(1, message.indexOf(']'));
        }

        private Expected followedBy(String text) {
            return new Expected(compiler, kind, line, column, message + "\n" + text);
        }
    }

    private record OwnError(int line, String compiler) {}

    /** Reads the comments of a source. */
    RejectedSource(SourceFile source) {
        this.source = source;
        int line = 0;
        int subject = 0;
        for (String text : source.text().lines().toList()) {
            line++;
            if (!isComment(text, subject)) {
                subject = line;
            }
        }
    }

    private boolean isComment(String text, int subject) {
        Matcher finding = FINDING.matcher(text);
        Matcher rest = REST.matcher(text);
        Matcher own = OWN.matcher(text);
        if (finding.matches()) {
            Kind kind = Kind.valueOf(finding.group("kind").toUpperCase(Locale.ROOT));
            String compiler = finding.group("compiler") == null
                    ? ""
                    : finding.group("compiler").replace(": ", "");
            expected.add(new Expected(compiler, kind, subject, column(finding), finding.group("text")));
        } else if (rest.matches()) {
            expected.add(expected.remove(expected.size() - 1).followedBy(rest.group("text")));
        } else if (own.matches()) {
            ownErrors.add(new OwnError(subject, own.group("compiler")));
        } else {
            return false;
        }
        return true;
    }

    private static int column(Matcher finding) {
        String before = finding.group("before");
        return 1 + width(finding.group("arrow").equals("^") ? before : before.substring(0, before.indexOf('/')));
    }

    private static int width(String text) {
        return text.chars().reduce(0, (width, c) -> c == '\t' ? (width / TAB + 1) * TAB : width + 1);
    }

    /** Where in a text a line and a column, which counts tabs, are. */
    static int offset(String text, int line, int column) {
        int offset = 0;
        for (int i = 1; i < line; i++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        int end = offset;
        while (width(text.substring(offset, end)) < column - 1) {
            end++;
        }
        return end;
    }

    SourceFile source() {
        return source;
    }

    /** The processor's findings, in the order of the source. */
    List<Expected> expected() {
        return expected;
    }

    /** The findings that the processor has under one compiler, in the order of the source. */
    List<Expected> expected(TestCompiler compiler) {
        return expected.stream()
                .filter(finding ->
                        finding.compiler().isEmpty() || finding.compiler().equalsIgnoreCase(compiler.name()))
                .toList();
    }

    /** Lines at which a compiler has errors of its own. */
    Set<Integer> linesOfOwnErrors(TestCompiler compiler) {
        Set<Integer> lines = new TreeSet<>();
        for (OwnError error : ownErrors) {
            if (error.compiler().equals("compiler") || error.compiler().equalsIgnoreCase(compiler.name())) {
                lines.add(error.line());
            }
        }
        return lines;
    }
}
