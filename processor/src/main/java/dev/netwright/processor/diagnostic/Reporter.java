package dev.netwright.processor.diagnostic;

import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/**
 * Prints findings where they belong. With repeated annotations javac's {@code Messager} knows no more than the
 * interface's line, so under javac the syntax tree gives the place; other compilers are exact when given the annotation
 * and its value.
 */
public final class Reporter {
    private static final String SUPPRESSION = "netwright";

    private final Messager messager;
    private final Optional<TreePrinter> trees;

    /** A reporter for one compiler. */
    public Reporter(ProcessingEnvironment environment) {
        this.messager = environment.getMessager();
        this.trees = TreePrinter.of(environment);
    }

    /** Prints a finding; a warning is left out where {@code @SuppressWarnings("netwright")} covers its element. */
    public void report(Finding finding, ShapeTable table) {
        if (finding.code().kind() != Kind.ERROR && isSuppressed(finding.origin().element())) {
            return;
        }
        String text = finding.text(table);
        if (trees.isPresent() && trees.get().print(finding.code().kind(), text, finding.origin())) {
            return;
        }
        print(finding.code().kind(), text, finding.origin());
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

    private static boolean isSuppressed(Element element) {
        for (Element e = element; e != null; e = e.getEnclosingElement()) {
            SuppressWarnings suppressed = e.getAnnotation(SuppressWarnings.class);
            if (suppressed != null && List.of(suppressed.value()).contains(SUPPRESSION)) {
                return true;
            }
        }
        return false;
    }
}
