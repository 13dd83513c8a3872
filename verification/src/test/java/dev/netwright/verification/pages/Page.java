package dev.netwright.verification.pages;

import dev.netwright.verification.process.Artifacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of the documentation, or another text of the project. */
public record Page(String text) {
    private static final Pattern JAVA = Pattern.compile("(?s)```java\\n(.*?)```");

    /** The text of a file, by its path from the root of the project. */
    public static Page of(String path) {
        try {
            return new Page(Files.readString(Artifacts.projectRoot().resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its lines. */
    public List<String> lines() {
        return text.lines().toList();
    }

    /** The pieces of Java between fences. */
    public List<String> code() {
        return JAVA.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** The same text without blanks and line ends, so that pieces are found however they are indented and broken. */
    public String withoutBlanks() {
        return text.replaceAll("\\s+", "");
    }
}
