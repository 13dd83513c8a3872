package dev.netwright.processor.diagnostic;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Whether a user has turned warnings off with {@code @SuppressWarnings}. */
final class Suppression {
    /** Ours, and the one that compilers and editors take for every warning. */
    private static final Set<String> TOKENS = Set.of("netwright", "all");

    private Suppression() {}

    /** Whether an element or one around it says so. */
    static boolean covers(Element element) {
        for (Element e = element; e != null; e = e.getEnclosingElement()) {
            if (e.getAnnotationMirrors().stream().anyMatch(Suppression::isSuppression)) {
                return true;
            }
        }
        return false;
    }

    /** Read from the mirror: the annotation itself throws where a value of it does not compile. */
    private static boolean isSuppression(AnnotationMirror mirror) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        return type.getQualifiedName().contentEquals(SuppressWarnings.class.getName())
                && mirror.getElementValues().values().stream().anyMatch(Suppression::namesOurs);
    }

    /** Eclipse's compiler gives a single token as it stands, without an array around it. */
    private static boolean namesOurs(AnnotationValue value) {
        return value.getValue() instanceof List<?> tokens
                ? tokens.stream().anyMatch(token -> namesOurs((AnnotationValue) token))
                : TOKENS.contains(value.getValue());
    }
}
