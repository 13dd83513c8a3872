package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Checks of the annotated type itself: that a generated class can implement it. */
final class InterfaceChecks {
    private static final String NETWORK = "dev.netwright.runtime.Network";

    private final Elements elements;
    private final Types types;
    private final NetworkDeclaration declaration;
    private final TypeElement type;
    private final List<Finding> findings = new ArrayList<>();

    InterfaceChecks(Elements elements, Types types, NetworkDeclaration declaration) {
        this.elements = elements;
        this.types = types;
        this.declaration = declaration;
        this.type = declaration.type();
    }

    List<Finding> findings() {
        if (type.getKind() != ElementKind.INTERFACE) {
            add(Code.DECLARATION_KIND, kindInWords(type.getKind()), declaration.simpleName());
            return findings;
        }
        checkModifiers();
        checkNetwork();
        return findings;
    }

    private void checkModifiers() {
        if (isPrivate(type)) {
            add(Code.DECLARATION_PRIVATE);
        }
        if (type.getModifiers().contains(Modifier.SEALED)) {
            add(Code.DECLARATION_SEALED);
        }
        if (!type.getTypeParameters().isEmpty()) {
            add(Code.DECLARATION_TYPE_PARAMETERS);
        }
    }

    private void checkNetwork() {
        Optional<TypeElement> network = new VisibleTypes(elements).find(NETWORK, type);
        if (network.isEmpty()) {
            add(Code.DECLARATION_RUNTIME);
        } else if (!types.isSubtype(types.erasure(type.asType()), network.get().asType())) {
            add(Code.DECLARATION_NETWORK, declaration.simpleName(), supertypesWithNetwork());
        } else if (TaskDeclaration.areTwo(elements, types, type)) {
            add(Code.DECLARATION_TASKS);
        } else {
            Optional<TaskDeclaration> task = TaskDeclaration.of(elements, types, type);
            findings.addAll(new MethodChecks(elements, types, declaration, network.get(), task).findings());
        }
    }

    private String supertypesWithNetwork() {
        Stream<String> own = type.getInterfaces().stream()
                .map(supertype ->
                        ((DeclaredType) supertype).asElement().getSimpleName().toString())
                .filter(name -> !name.equals("Network"));
        return Stream.concat(own, Stream.of(NETWORK)).collect(Collectors.joining(", "));
    }

    private static boolean isPrivate(Element element) {
        for (Element e = element; e != null; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    private static String kindInWords(ElementKind kind) {
        String name =
                kind == ElementKind.ANNOTATION_TYPE ? "annotation" : kind.name().toLowerCase(Locale.ROOT);
        return (name.startsWith("a") || name.startsWith("e") ? "an " : "a ") + name;
    }

    private void add(Code code, Object... arguments) {
        findings.add(Finding.of(code, declaration.origin(), declaration.simpleName(), Finding.NOT_A_LAYER, arguments));
    }
}
