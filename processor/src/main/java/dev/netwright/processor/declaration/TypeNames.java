package dev.netwright.processor.declaration;

import dev.netwright.processor.model.SourceNames;
import dev.netwright.processor.model.TypeReference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * How the generated class names the types of a declaration: by their own names, or in full where these mean something else there. The
 * start of a full name means a package only where it means no type and, in front of a method, no variable (JLS 6.5.2).
 */
final class TypeNames {
    /** Variables that generated code sees where it calls functions, besides those that are named after layers and inputs. */
    private static final Set<String> VARIABLES = Set.of(
            "count",
            "da",
            "firstRow",
            "i",
            "inputOffset",
            "inputs",
            "isTraining",
            "layers",
            "logits",
            "outputs",
            "p",
            "parameters",
            "rows",
            "seed",
            "step");

    private final Elements elements;
    private final NetworkDeclaration declaration;
    private final String packageName;
    private final Set<String> memberTypes;
    private final Set<String> constants;
    private final List<TypeReference> named;

    TypeNames(Elements elements, NetworkDeclaration declaration) {
        this.elements = elements;
        this.declaration = declaration;
        packageName =
                elements.getPackageOf(declaration.type()).getQualifiedName().toString();
        List<? extends Element> members = elements.getAllMembers(declaration.type());
        memberTypes = names(ElementFilter.typesIn(members));
        constants = names(ElementFilter.fieldsIn(members));
        named = Stream.concat(Stream.of(declaration.type()), declaration.types())
                .map(TypeReferences::of)
                .toList();
    }

    private static Set<String> names(List<? extends Element> elements) {
        return elements.stream()
                .map(element -> element.getSimpleName().toString())
                .collect(Collectors.toSet());
    }

    /** The names of the types and constants that the class inherits, and of the types beside it that hide those of Java. */
    List<String> shadowing() {
        Stream<String> beside = SourceNames.JAVA_LANG.stream().filter(this::isBeside);
        return Stream.of(memberTypes.stream(), constants.stream(), beside)
                .flatMap(names -> names)
                .distinct()
                .sorted()
                .toList();
    }

    /** A type where nothing but a type can stand; empty if no name means it there. */
    Optional<TypeReference> type(TypeElement type) {
        TypeReference reference = TypeReferences.of(type);
        if (!isOther(reference) && !constants.contains(reference.firstName())) {
            return Optional.of(reference);
        }
        boolean hasName = reference.packageName().isEmpty() ? !isOther(reference) : !isType(reference.firstPackage());
        return hasName ? Optional.of(reference.inFull()) : Optional.empty();
    }

    /** A class in front of its methods; empty if no name means it there. */
    Optional<TypeReference> function(TypeElement type) {
        TypeReference reference = TypeReferences.of(type);
        if (!isOther(reference) && !isVariable(reference.firstName())) {
            return Optional.of(reference);
        }
        String start = reference.firstPackage();
        return start.isEmpty() || isType(start) || isVariable(start)
                ? Optional.empty()
                : Optional.of(reference.inFull());
    }

    /** A name for a class, or the one around it, that means nothing else in front of its methods: its own as classes are called, if that will do. */
    String freeName(TypeElement type) {
        String taken = TypeReferences.of(type).firstName();
        String start = taken.equals(taken.toUpperCase(Locale.ROOT)) ? taken.toLowerCase(Locale.ROOT) : taken;
        String name = Arrays.stream(start.split("_"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
        while (!SourceVersion.isName(name) || isType(name) || isVariable(name) || isWithin(outermost(type), name)) {
            name += "Class";
        }
        return name;
    }

    private static Element outermost(Element type) {
        Element outer = type;
        while (outer.getEnclosingElement() instanceof TypeElement next) {
            outer = next;
        }
        return outer;
    }

    /** A class has another name than any within it. */
    private static boolean isWithin(Element type, String name) {
        return ElementFilter.typesIn(type.getEnclosedElements()).stream()
                .anyMatch(inner -> inner.getSimpleName().contentEquals(name) || isWithin(inner, name));
    }

    /** A type of the runtime or of Java that the class cannot name: its own name means something of the user's, and so does the start of the full one. */
    Optional<TypeReference> unnamed() {
        return Stream.concat(shadowing().stream(), named.stream().map(TypeReference::firstName))
                .filter(SourceNames::contains)
                .map(name -> new TypeReference(SourceNames.firstPackage(name), name))
                .filter(type -> isType(type.firstPackage()) || constants.contains(type.firstPackage()))
                .findFirst();
    }

    /** Whether a name alone means another type. */
    private boolean isOther(TypeReference type) {
        String name = type.firstName();
        boolean isImported = !type.packageName().equals(packageName);
        return memberTypes.contains(name)
                || (isImported && (SourceNames.contains(name) || isGenerated(name) || isOfAnotherPackage(type)));
    }

    private boolean isOfAnotherPackage(TypeReference type) {
        return named.stream()
                .anyMatch(other -> other.firstName().equals(type.firstName())
                        && !other.packageName().equals(type.packageName()));
    }

    /** Whether a name means any type. */
    private boolean isType(String name) {
        return memberTypes.contains(name)
                || SourceNames.contains(name)
                || isGenerated(name)
                || isBeside(name)
                || (!name.isEmpty() && elements.getTypeElement("java.lang." + name) != null)
                || named.stream().anyMatch(type -> type.firstName().equals(name));
    }

    private boolean isGenerated(String name) {
        return declaration.generatedName(elements).equals(name);
    }

    private boolean isBeside(String name) {
        String full = packageName.isEmpty() ? name : packageName + "." + name;
        return !name.isEmpty()
                && new VisibleTypes(elements).find(full, declaration.type()).isPresent();
    }

    /** Whether a name may mean a variable where functions are called. */
    private boolean isVariable(String name) {
        return constants.contains(name)
                || name.equals(name.toUpperCase(Locale.ROOT))
                || VARIABLES.contains(name)
                || name.matches("shared\\d*")
                || Stream.concat(
                                IntStream.range(0, declaration.inputs().size()).mapToObj(declaration::nameOfInput),
                                IntStream.range(0, declaration.layers().size()).mapToObj(declaration::nameOf))
                        .anyMatch(owner -> isField(name, owner));
    }

    /** An array of a layer or an input, such as {@code hidden1Dz}; of two that differ in case alone one is numbered. */
    private static boolean isField(String name, String owner) {
        String start = owner.substring(0, 1).toLowerCase(Locale.ROOT) + owner.substring(1);
        return name.startsWith(start) && name.substring(start.length()).matches("(_\\d+)?[A-Z][a-z]*");
    }
}
