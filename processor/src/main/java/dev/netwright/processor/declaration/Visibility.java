package dev.netwright.processor.declaration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
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

    /** The names of the types and constants that a class inherits from an interface. */
    static Set<String> membersOf(Elements elements, TypeElement type) {
        List<? extends Element> members = elements.getAllMembers(type);
        return Stream.concat(ElementFilter.typesIn(members).stream(), ElementFilter.fieldsIn(members).stream())
                .map(member -> member.getSimpleName().toString())
                .collect(Collectors.toSet());
    }

    /** Whether a type has no name but one that means another in a class that implements an interface, as in the unnamed package. */
    static boolean isHidden(Elements elements, TypeElement type, TypeElement from) {
        Element top = outermost(type);
        return elements.getPackageOf(type).isUnnamed()
                && ElementFilter.typesIn(elements.getAllMembers(from)).stream()
                        .anyMatch(member -> member.getSimpleName().equals(top.getSimpleName()) && !member.equals(top));
    }

    private static Element outermost(TypeElement type) {
        Element outermost = type;
        for (Element e = type; e != null && e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            outermost = e;
        }
        return outermost;
    }
}
