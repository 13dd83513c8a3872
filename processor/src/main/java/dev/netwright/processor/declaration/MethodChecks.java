package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Checks that a generated class implements every method of its interface, and takes the place of none with a body. */
final class MethodChecks {
    /** Static methods of generated classes. */
    private static final Pattern GENERATED = Pattern.compile(
            "create\\(long\\)|of\\(float\\[](,float\\[])?\\)|load\\(java\\.nio\\.file\\.Path\\)|buildTopology\\(\\)|buildTopologyPart\\d+\\(java\\.util\\.List\\)");

    /** That of a network with the numbers of a file. */
    private static final String LOAD = "load()";

    private final Types types;
    private final Signatures signatures;
    private final String generatedName;

    /** The methods that take samples as their inputs are declared. */
    private final Set<String> ofSamples;

    /** What generated classes inherit for themselves alone. */
    private final Set<String> inherited = new HashSet<>();

    private final NetworkDeclaration declaration;
    private final TypeElement type;
    private final TypeElement network;

    /** What generated classes have, by signature: the methods of Network and the public ones of Object. */
    private final Map<String, ExecutableElement> implemented = new HashMap<>();

    private final List<Finding> findings = new ArrayList<>();

    MethodChecks(
            Elements elements,
            Types types,
            NetworkDeclaration declaration,
            TypeElement network,
            Optional<TaskDeclaration> task) {
        this.types = types;
        this.declaration = declaration;
        this.type = declaration.type();
        this.network = network;
        this.generatedName = declaration.generatedName(elements);
        this.ofSamples = SampleMethods.signatures(declaration, task);
        this.signatures = new Signatures(types, (DeclaredType) type.asType());
        for (TypeElement owner : List.of(network, elements.getTypeElement("java.lang.Object"))) {
            ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                    .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
                    .forEach(method -> implemented.put(signatures.declared(method), method));
        }
        Optional.ofNullable(elements.getTypeElement("dev.netwright.runtime.GeneratedNetwork"))
                .ifPresent(base -> ElementFilter.methodsIn(base.getEnclosedElements()).stream()
                        .filter(method -> method.getModifiers().contains(Modifier.PROTECTED))
                        .forEach(method -> inherited.add(signatures.declared(method))));
        task.ifPresent(found -> ElementFilter.methodsIn(found.element().getEnclosedElements())
                .forEach(method -> implemented.put(signatures.inherited(method), method)));
    }

    List<Finding> findings() {
        Set<TypeElement> owners = new LinkedHashSet<>();
        addInterfaces(type, owners);
        owners.remove(network);
        Set<String> seen = new HashSet<>();
        for (TypeElement owner : owners) {
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                boolean isInherited = !method.getModifiers().contains(Modifier.STATIC)
                        && !method.getModifiers().contains(Modifier.PRIVATE);
                // The first of a signature is in force: nearer interfaces come first.
                if (isInherited && seen.add(signatures.inherited(method))) {
                    check(method, owner);
                }
            }
        }
        return findings;
    }

    /** Every interface after all that extend it. */
    private void addInterfaces(TypeElement from, Set<TypeElement> found) {
        found.remove(from);
        found.add(from);
        for (TypeMirror supertype : from.getInterfaces()) {
            addInterfaces((TypeElement) ((DeclaredType) supertype).asElement(), found);
        }
    }

    private void check(ExecutableElement method, TypeElement owner) {
        boolean isOwn = owner.equals(type);
        String signature = signatures.inherited(method);
        String shown = isOwn ? signature : owner.getSimpleName() + "." + signature;
        Origin place = Origin.of(isOwn ? method : type);
        boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
        Optional<ExecutableElement> implementation = Optional.ofNullable(implemented.get(signature));
        if (GENERATED.matcher(signature).matches()
                || (signature.equals(LOAD) && declaration.isImported())
                || ofSamples.contains(signature)
                || inherited.contains(signature)
                || (!isAbstract && implementation.isPresent())) {
            add(place, Code.METHOD_CLASH, shown);
        } else if (isAbstract && implementation.isEmpty()) {
            add(place, Code.METHOD_ABSTRACT, shown);
        } else if (isAbstract && !returnsWhatIsPromised(method, implementation.get())) {
            String returned = isCopy(method) ? generatedName : signatures.name(returned(implementation.get()));
            add(
                    place,
                    Code.METHOD_RETURN,
                    shown,
                    signatures.name(signatures.inheritedType(method).getReturnType()),
                    returned);
        }
    }

    private boolean returnsWhatIsPromised(ExecutableElement method, ExecutableElement implementation) {
        TypeMirror promised = signatures.inheritedType(method).getReturnType();
        if (isCopy(method)) {
            // The compiler does not know the generated class yet, which may well be what is promised.
            return promised.getKind() == TypeKind.ERROR || types.isSubtype(type.asType(), promised);
        }
        TypeMirror returned = returned(implementation);
        return types.isSameType(returned, promised)
                || (promised.getKind() == TypeKind.DECLARED && types.isSubtype(returned, promised));
    }

    /** Those of Object are not what an interface inherits, but those with type arguments are. */
    private TypeMirror returned(ExecutableElement implementation) {
        return implementation.getReturnType().getKind() == TypeKind.TYPEVAR
                ? signatures.inheritedType(implementation).getReturnType()
                : implementation.getReturnType();
    }

    private static boolean isCopy(ExecutableElement method) {
        return method.getSimpleName().contentEquals("copy");
    }

    private void add(Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.simpleName(), Finding.NOT_A_LAYER, arguments));
    }
}
