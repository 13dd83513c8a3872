package dev.netwright.processor.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Whether a class that is generated beside an interface can name a type. */
final class Visibility {
    private Visibility() {}

    /** Why it cannot, {@code private} or {@code not public}; empty where it can. */
    static Optional<String> fault(Elements elements, TypeElement type, TypeElement from) {
        boolean isNear = elements.getPackageOf(type).equals(elements.getPackageOf(from));
        for (Element e = type; e != null && e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of("private");
            }
            if (!isNear && !e.getModifiers().contains(Modifier.PUBLIC)) {
                return Optional.of("not public");
            }
        }
        return Optional.empty();
    }

    /** What to do about that: the type and those around it, as many as are at fault. */
    static String cure(Elements elements, TypeElement type, TypeElement from) {
        boolean isNear = elements.getPackageOf(type).equals(elements.getPackageOf(from));
        List<String> atFault = new ArrayList<>();
        for (Element e = type; e != null && e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)
                    || (!isNear && !e.getModifiers().contains(Modifier.PUBLIC))) {
                atFault.add(0, e.getSimpleName().toString());
            }
        }
        return "let " + String.join(" and ", atFault) + (isNear ? " not be private" : " be public");
    }
}
