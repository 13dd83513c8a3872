package dev.netwright.runtime.training;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a failure of the file system says to people. Some of the JDK's have the path for a message and nothing else. */
final class FailureText {
    private FailureText() {}

    /** Without a full stop. */
    static String of(IOException e) {
        String text = String.valueOf(e.getMessage());
        if (e instanceof FileSystemException failure && failure.getReason() == null) {
            text = failure.getFile() + ": " + reason(failure);
        } else if (e.getMessage() == null) {
            text = "the file system gave no reason";
        }
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "this program may not read or write it; change its permissions or those of its folder";
        }
        return "the file system refuses it and gave no reason";
    }
}
