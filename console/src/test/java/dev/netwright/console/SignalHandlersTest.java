package dev.netwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C must go on to run the program's shutdown hooks while a bar is shown: JLine, once it is asked, replaces handlers. */
class SignalHandlersTest {
    @TempDir
    private Path folder;

    /** Run in the process that the test starts. */
    public static void main(String[] arguments) {
        Recording.trainer(2).listener(ConsoleProgress.bar(System.out, 80)).fit(Recording.data());
    }

    @Test
    void aBarNeverAsksJLine() throws Exception {
        Path loaded = folder.resolve("loaded");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded.getFileName(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SignalHandlersTest.class.getName()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "output"))
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(loaded))
                .contains("me.tongfei.progressbar.ProgressBar ")
                .doesNotContain("org.jline.terminal.TerminalBuilder");
    }
}
