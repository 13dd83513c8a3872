package dev.netwright.verification.users;

import dev.netwright.verification.process.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What README.md tells users to write. */
final class Readme {
    private static final Pattern XML = Pattern.compile("(?s)```xml\\n(.*?)```");

    private Readme() {}

    /** The one piece of XML whose outermost element this is. */
    static String xml(String element) throws IOException {
        String text = Files.readString(Artifacts.projectRoot().resolve("README.md"));
        List<String> found = XML.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(xml -> xml.startsWith("<" + element + ">"))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("README.md has " + found.size() + " pieces of XML that are a <" + element + ">.");
        }
        return found.get(0);
    }
}
