package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    @Test
    void isASentenceWithoutItsEnd() {
        assertThat(FailureText.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
        assertThat(FailureText.of(new FileSystemException("a", null, "it is a folder.")))
                .isEqualTo("a: it is a folder");
        assertThat(FailureText.of(new NoSuchFileException("a"))).isEqualTo("a: it does not exist");
        assertThat(FailureText.of(new AccessDeniedException("a")))
                .isEqualTo("a: this program may not read or write it; change its permissions or those of its folder");
        assertThat(FailureText.of(new FileSystemException("a")))
                .isEqualTo("a: the file system refuses it and gave no reason");
        assertThat(FailureText.of(new IOException())).isEqualTo("the file system gave no reason");
    }
}
