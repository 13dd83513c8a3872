package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Checks of the annotated type itself: that a generated class can implement it, and all of it. */
final class InterfaceChecks {
    private static final String NETWORK = "dev.netwright.runtime.Network";

    /** Signatures of the static members of generated classes, which an instance method of the interface would clash with. */
    private static final Set<String> GENERATED_METHODS = Set.of("create(long)", "of(float[])", "buildTopology()");

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
            add(Code.DECLARATION_KIND, declaration.simpleName(), article(type.getKind()));
            return List.of(findings.get(0).hinting(declaration.simpleName()));
        }
        checkModifiers();
        checkNetwork();
        return findings;
    }

    private void checkModifiers() {
        if (isPrivate(type)) {
            add(Code.DECLARATION_PRIVATE, declaration.simpleName());
        }
        if (type.getModifiers().contains(Modifier.SEALED)) {
            add(Code.DECLARATION_SEALED, declaration.simpleName());
        }
        if (!type.getTypeParameters().isEmpty()) {
            add(Code.DECLARATION_TYPE_PARAMETERS, declaration.simpleName());
        }
    }

    private void checkNetwork() {
        TypeElement network = elements.getTypeElement(NETWORK);
        if (network == null) {
            add(Code.DECLARATION_RUNTIME);
        } else if (!types.isSubtype(types.erasure(type.asType()), network.asType())) {
            add(Code.DECLARATION_NETWORK, declaration.simpleName());
        } else {
            checkMethods(network);
        }
    }

    private void checkMethods(TypeElement network) {
        for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
            Element owner = Objects.requireNonNull(method.getEnclosingElement());
            if (owner.equals(network)
                    || owner.getKind() == ElementKind.CLASS
                    || method.getModifiers().contains(Modifier.STATIC)) {
                continue;
            }
            Origin place = Origin.of(owner.equals(type) ? method : type);
            if (method.getModifiers().contains(Modifier.ABSTRACT)) {
                if (!isImplemented(method, network)) {
                    add(place, Code.METHOD_ABSTRACT, signature(method));
                }
            } else if (GENERATED_METHODS.contains(signature(method)) && !overrides(method, network)) {
                add(place, Code.METHOD_CLASH, signature(method));
            }
        }
    }

    /** Whether a method of Network or Object, as generated classes have them, implements an abstract method. */
    private boolean isImplemented(ExecutableElement method, TypeElement network) {
        for (TypeElement owner : List.of(network, elements.getTypeElement("java.lang.Object"))) {
            for (ExecutableElement implementation : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                if (elements.overrides(method, implementation, type)) {
                    return types.isSubtype(returnType(implementation), memberReturnType(method));
                }
            }
        }
        return false;
    }

    private boolean overrides(ExecutableElement method, TypeElement network) {
        return ElementFilter.methodsIn(network.getEnclosedElements()).stream()
                .anyMatch(inherited -> elements.overrides(method, inherited, type));
    }

    /** A generated copy() returns the generated class; every other method what Network says. */
    private TypeMirror returnType(ExecutableElement implementation) {
        return implementation.getSimpleName().contentEquals("copy") ? type.asType() : implementation.getReturnType();
    }

    private TypeMirror memberReturnType(ExecutableElement method) {
        return ((ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method)).getReturnType();
    }

    /** {@code predict(float[],int)}; compilers differ in how they print a method themselves. */
    private static String signature(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
    }

    private static boolean isPrivate(Element element) {
        for (Element e = element; e != null; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    private static String article(ElementKind kind) {
        String name =
                kind == ElementKind.ANNOTATION_TYPE ? "annotation" : kind.name().toLowerCase(Locale.ROOT);
        return (name.startsWith("a") || name.startsWith("e") ? "an " : "a ") + name;
    }

    private void add(Code code, Object... arguments) {
        add(declaration.origin(), code, arguments);
    }

    private void add(Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.simpleName(), Finding.NOT_A_LAYER, arguments));
    }
}
