package dev.netwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks in processes of their own, some of them on a terminal that util-linux's {@code script} makes. */
class TerminalTest {
    @TempDir
    private Path folder;

    /** What {@link #main} says. */
    private record Answer(boolean watched, int columns) {}

    /** Run in the processes that the tests start: writes into the file that is given. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), Terminal.isWatched() + " " + Terminal.columns());
    }

    @Test
    void aPipeIsNotWatched() throws Exception {
        assertThat(ask(List.of("sh", "-c", command() + " | cat"), Map.of())).isEqualTo(new Answer(false, 80));
    }

    /** As JDK 22 to 24 do without being asked; JDK 17 does not know the property. */
    @Test
    void aPipeIsNotWatchedWhereTheJdkHasAConsoleForPipesToo() throws Exception {
        String command = command().replaceFirst(" -cp", " -Djdk.console=jdk.internal.le -cp");

        assertThat(ask(List.of("sh", "-c", command + " | cat"), Map.of()).watched())
                .isFalse();
    }

    @Test
    void aTerminalIsWatchedAndTellsItsWidth() throws Exception {
        assertThat(ask(terminal("stty cols 111; " + command()), Map.of("TERM", "xterm")))
                .isEqualTo(new Answer(true, 111));
    }

    @Test
    void outputThatGoesFromATerminalIntoAPipeIsNotWatched() throws Exception {
        assertThat(ask(terminal(command() + " | cat"), Map.of("TERM", "xterm")).watched())
                .isFalse();
    }

    @Test
    void aTerminalThatIsDumbIsNotWatched() throws Exception {
        assertThat(ask(terminal(command()), Map.of("TERM", "dumb")).watched()).isFalse();
    }

    @Test
    void theTerminalOfACiJobIsNotWatched() throws Exception {
        assertThat(ask(terminal(command()), Map.of("TERM", "xterm", "CI", "true"))
                        .watched())
                .isFalse();
    }

    private String command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return "'" + java + "' -cp '" + System.getProperty("java.class.path") + "' " + TerminalTest.class.getName()
                + " '" + answer() + "'";
    }

    private Path answer() {
        return folder.resolve("answer");
    }

    private List<String> terminal(String command) {
        return List.of("script", "-qec", command, folder.resolve("typescript").toString());
    }

    private Answer ask(List<String> command, Map<String, String> environment) throws Exception {
        assumeTrue(isThere("sh") && isThere(command.get(0)), "needs " + command.get(0));
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(emptyFile()));
        builder.environment().remove("CI");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        String[] words = Files.readString(answer()).split(" ");
        return new Answer(Boolean.parseBoolean(words[0]), Integer.parseInt(words[1]));
    }

    private File emptyFile() throws IOException {
        return Files.writeString(folder.resolve("empty"), "").toFile();
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    @Test
    void noConsoleIsNoTerminal() {
        assertThat(Terminal.isWatched(Optional.empty(), Map.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no numbers", "24", "0 0", "24 1", "24 99999999999"})
    void aTerminalThatDoesNotSayItsWidthHas80Columns(String size) {
        assumeTrue(isThere("echo"), "needs echo");

        assertThat(Terminal.columns(new ProcessBuilder("echo", size))).isEqualTo(80);
    }

    @Test
    void theWidthIsWhatTheTerminalSays() {
        assumeTrue(isThere("echo"), "needs echo");

        assertThat(Terminal.columns(new ProcessBuilder("echo", "24 132"))).isEqualTo(132);
    }

    @Test
    void whereTheWidthCannotBeAskedItIs80Columns() {
        assertThat(Terminal.columns(new ProcessBuilder("no-such-program-at-all")))
                .isEqualTo(80);
    }
}
