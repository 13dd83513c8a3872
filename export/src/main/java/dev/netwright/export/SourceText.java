package dev.netwright.export;

import java.util.List;

/** The text of a source, line by line. Lines that end with an opening brace indent what follows. */
final class SourceText {
    private static final String INDENT = "    ";
    private static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** A line without its indentation; an empty one has none. A call that is too long goes on in the next. */
    void line(String line) {
        int comma = line.lastIndexOf(", ", WIDTH - INDENT.length() * depth);
        if (line.endsWith(");") && INDENT.length() * depth + line.length() > WIDTH && comma > 0) {
            line(line.substring(0, comma + 1));
            line(INDENT + INDENT + line.substring(comma + 2).stripLeading());
            return;
        }
        if (line.startsWith("}")) {
            depth--;
        }
        text.append(line.isEmpty() ? "" : INDENT.repeat(depth)).append(line).append('\n');
        if (line.endsWith("{")) {
            depth++;
        }
    }

    /** A statement, which goes on in as many lines as it needs, each from an operator on that binds loosely. */
    void statement(String statement) {
        int width = WIDTH - INDENT.length() * (depth + 2);
        StringBuilder line = new StringBuilder();
        for (String part : statement.split(" (?=[?:+-] )")) {
            if (!line.isEmpty() && line.length() + 1 + part.length() > width) {
                line(line.toString());
                line.setLength(0);
                line.append(INDENT + INDENT).append(part);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(part);
            }
        }
        line(line.toString());
    }

    /** Lines that are indented as members of a class already. */
    void lines(String lines) {
        lines.lines()
                .forEach(line -> text.append(line.isEmpty() ? "" : INDENT.repeat(depth - 1))
                        .append(line)
                        .append('\n'));
    }

    /** A comment for documentation, of paragraphs that are broken into lines; between {@code <pre>} and its end lines stay as they are. */
    void comment(List<String> paragraphs) {
        int width = WIDTH - INDENT.length() * depth;
        String only = paragraphs.get(0);
        if (paragraphs.size() == 1 && only.length() + 8 <= width) {
            line("/** " + only + " */");
            return;
        }
        line("/**");
        boolean isTable = false;
        for (String paragraph : paragraphs) {
            isTable |= paragraph.startsWith("<pre>");
            List<String> parts = isTable ? List.of(paragraph) : broken(paragraph, width - 3);
            parts.forEach(part -> line((" * " + part).stripTrailing()));
            isTable &= !paragraph.endsWith("</pre>");
        }
        line(" */");
    }

    private static List<String> broken(String paragraph, int width) {
        StringBuilder lines = new StringBuilder();
        int used = 0;
        for (String word : paragraph.split(" ")) {
            boolean fits = used == 0 || used + 1 + word.length() <= width;
            lines.append(used == 0 ? "" : fits ? " " : "\n").append(word);
            used = fits ? used + word.length() + (used == 0 ? 0 : 1) : word.length();
        }
        return List.of(lines.toString().split("\n", -1));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
