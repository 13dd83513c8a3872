package dev.netwright.processor.declaration;

import dev.netwright.processor.model.CustomActivation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The methods of a class that is an activation: its own, or what it inherits. */
final class FunctionMethods {
    private final TypeElement type;

    FunctionMethods(TypeElement type) {
        this.type = type;
    }

    /** The class as an activation, whether its methods are right or not. */
    static CustomActivation activation(TypeElement type) {
        return new CustomActivation(TypeReferences.of(type));
    }

    /** The one of a name that takes a float, which is what a call with a float means whatever others there are. */
    Optional<ExecutableElement> ofFloat(String name) {
        return named(name).filter(FunctionMethods::takesFloat).findFirst();
    }

    /** Any other of the name. */
    Optional<ExecutableElement> other(String name) {
        return named(name).filter(method -> !takesFloat(method)).findFirst();
    }

    /** What the generated class names. */
    List<Element> called() {
        Stream<Element> methods = Stream.of(CustomActivation.FUNCTION, CustomActivation.DERIVATIVE)
                .flatMap(name -> ofFloat(name).stream());
        return Stream.concat(Stream.of((Element) type), methods).toList();
    }

    private static boolean takesFloat(ExecutableElement method) {
        return method.getParameters().size() == 1
                && method.getParameters().get(0).asType().getKind() == TypeKind.FLOAT;
    }

    /** From the class upwards. Static methods of interfaces are not inherited, nor is what is private. */
    private Stream<ExecutableElement> named(String name) {
        return Stream.iterate(Optional.of(type), Optional::isPresent, found -> superclass(found.orElseThrow()))
                .map(Optional::orElseThrow)
                .flatMap(owner -> ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                        .filter(method ->
                                owner.equals(type) || !method.getModifiers().contains(Modifier.PRIVATE)))
                .filter(method -> method.getSimpleName().contentEquals(name));
    }

    private static Optional<TypeElement> superclass(TypeElement type) {
        TypeMirror superclass = type.getSuperclass();
        return superclass.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) ((DeclaredType) superclass).asElement())
                : Optional.empty();
    }
}
