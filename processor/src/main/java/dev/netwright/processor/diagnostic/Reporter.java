package dev.netwright.processor.diagnostic;

import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;

/**
 * Prints findings where they belong. With repeated annotations javac's {@code Messager} knows no more than the
 * interface's line, so under javac the syntax tree gives the place; other compilers are exact when given the annotation
 * and its value.
 */
public final class Reporter {
    private final Messager messager;
    private final Optional<TreePrinter> trees;

    /** A reporter for one compiler. */
    public Reporter(ProcessingEnvironment environment) {
        this.messager = environment.getMessager();
        this.trees = treePrinter(environment);
    }

    /** Prints a finding; a warning is left out where {@code @SuppressWarnings("netwright")} covers its element. */
    public void report(Finding finding, ShapeTable table) {
        if (!finding.isError() && Suppression.covers(finding.origin().element())) {
            return;
        }
        Kind kind = finding.code().kind();
        String text = finding.text(table);
        Origin origin = finding.origin();
        if (isPrintedInTree(kind, text, origin)) {
            return;
        }
        if (origin.instead().isPresent()) {
            origin = origin.instead().get();
            if (isPrintedInTree(kind, text, origin)) {
                return;
            }
        }
        if (!isPrintedAtElement(kind, text, origin)) {
            messager.printMessage(kind, text);
        }
    }

    /** Compilers other than javac have no trees, and where a program runs one the classes themselves may be missing. */
    private static Optional<TreePrinter> treePrinter(ProcessingEnvironment environment) {
        try {
            return Optional.of(TreePrinter.of(environment));
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** A place is worth less than the message, so a compiler that fails to find it costs the place alone. */
    private boolean isPrintedInTree(Kind kind, String text, Origin origin) {
        try {
            return trees.isPresent() && trees.get().print(kind, text, origin);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private boolean isPrintedAtElement(Kind kind, String text, Origin origin) {
        try {
            print(kind, text, origin);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void print(Kind kind, String text, Origin origin) {
        if (origin.annotation().isEmpty()) {
            messager.printMessage(kind, text, origin.element());
        } else if (origin.value().isEmpty()) {
            messager.printMessage(
                    kind, text, origin.element(), origin.annotation().get());
        } else {
            messager.printMessage(
                    kind,
                    text,
                    origin.element(),
                    origin.annotation().get(),
                    origin.value().get());
        }
    }
}
