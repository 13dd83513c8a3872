package dev.netwright.examples;

import dev.netwright.runtime.training.TrainingDivergedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said where a command fails: a line or two, and a stack trace only for what nobody foresaw. */
final class Failures {
    private Failures() {}

    /** The command line is wrong. */
    static int usage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("error: " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** The command line is right, and yet the example failed. */
    static int execution(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof IOException || failure instanceof TrainingDivergedException) {
            err.println("error: " + message(failure));
        } else {
            failure.printStackTrace(err);
            err.println(
                    "This is a bug of the examples. Please report it in the project's issues, with the lines above.");
        }
        err.flush();
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** Exceptions of the file system often have the file's name for a message and nothing else. */
    private static String message(Exception failure) {
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": " + reason(file);
        }
        return String.valueOf(failure.getMessage());
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file.";
        }
        return failure instanceof AccessDeniedException
                ? "access is denied."
                : failure.getClass().getSimpleName() + ".";
    }
}
