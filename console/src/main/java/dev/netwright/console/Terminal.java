package dev.netwright.console;

import java.io.Console;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be known of the terminal behind standard output. The progress library would ask JLine, which replaces the
 * program's signal handlers while a bar is shown; this asks the JDK and {@code stty}.
 */
final class Terminal {
    private static final int USUAL_COLUMNS = 80;

    /** What {@code stty size} prints: rows and columns. */
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)");

    private Terminal() {}

    /** Whether standard input and output are a terminal that understands a carriage return, and no log of a CI job. */
    static boolean isWatched() {
        return isWatched(Optional.ofNullable(System.console()), System.getenv());
    }

    static boolean isWatched(Optional<Console> console, Map<String, String> environment) {
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        boolean log = !environment.getOrDefault("CI", "").matches("|false|0");
        return !dumb && !log && console.isPresent() && isTerminal(console.get());
    }

    /** Before JDK 22 there is a console for terminals alone; since then there may be one for files and pipes, which tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** The width of the terminal, or 80 where it does not say. */
    static int columns() {
        return columns(new ProcessBuilder("stty", "size")
                .redirectInput(Redirect.INHERIT)
                .redirectError(Redirect.DISCARD));
    }

    static int columns(ProcessBuilder size) {
        try {
            Process process = size.start();
            Matcher matcher = SIZE.matcher(
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
            // A terminal that does not know its size says 0.
            int columns = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
            return columns > 1 ? columns : USUAL_COLUMNS;
        } catch (IOException | NumberFormatException e) {
            return USUAL_COLUMNS;
        }
    }

    /** How standard output is encoded. */
    static Charset charset() {
        // In the order of their precision; the first is there from JDK 19 on, the second only on a terminal.
        for (String property : new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
            String name = System.getProperty(property, "");
            if (!name.isEmpty() && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return StandardCharsets.US_ASCII;
    }
}
