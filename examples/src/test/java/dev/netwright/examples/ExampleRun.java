package dev.netwright.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One run of the examples' command line within the test's own JVM, as where output is no terminal.
 *
 * @param exitCode what the process would exit with
 * @param output   what it wrote to standard output, with {@code \n}
 * @param errors   what it wrote to standard error, with {@code \n}
 */
public record ExampleRun(int exitCode, String output, String errors) {
    /** Figures that depend on the machine. */
    private static final Pattern SPEED = Pattern.compile(" {2}(\\S+ rows/s|\\S+ left)");

    /** Runs an example; no two runs at once, since standard output is replaced. */
    public static ExampleRun of(String... arguments) {
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int exitCode = Examples.run(arguments);
            System.out.flush();
            System.err.flush();
            return new ExampleRun(exitCode, text(out), text(err));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    /** The same with arguments that all of a test's runs share before its own. */
    public static ExampleRun of(List<String> shared, String... own) {
        return of(Stream.concat(shared.stream(), Stream.of(own)).toArray(String[]::new));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** The lines of the output. */
    public List<String> lines() {
        return output.lines().toList();
    }

    /** The output without speeds and times: the same in every run of the same command. */
    public String steadyOutput() {
        return SPEED.matcher(output).replaceAll("");
    }

    /**
     * The number that stands where the pattern's only group is.
     *
     * @throws AssertionError if the output has no such place
     */
    public double number(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(output);
        if (!matcher.find()) {
            throw new AssertionError("No '" + pattern + "' in:\n" + output);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
