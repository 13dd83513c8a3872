package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.CustomActivation;
import dev.netwright.processor.model.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Checks of classes that are activations: the generated class must be able to call their methods, in the way that it does. */
final class FunctionChecks {
    private final Elements elements;
    private final Types types;
    private final NetworkDeclaration declaration;
    private final List<Finding> findings = new ArrayList<>();

    FunctionChecks(Elements elements, Types types, NetworkDeclaration declaration) {
        this.elements = elements;
        this.types = types;
        this.declaration = declaration;
    }

    List<Finding> findings() {
        for (int i = 0; i < declaration.layers().size(); i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            if (layer.function().isWritten()) {
                check(i, layer);
            }
        }
        return findings;
    }

    private void check(int i, LayerDeclaration layer) {
        Origin place = layer.function().origin();
        TypeMirror written = layer.function().value().orElseThrow();
        Optional<TypeElement> type = layer.functionClass();
        if (type.isEmpty()) {
            String cure = "name a class with the methods public static float " + CustomActivation.FUNCTION
                    + "(float z) and public static float " + CustomActivation.DERIVATIVE + "(float z)";
            add(i, place, Code.LAYER_FUNCTION, name(written), "no class", cure);
            return;
        }
        String name = layer.activates().label();
        if (layer.activation().isWritten()) {
            Origin activation = layer.activation().origin();
            add(
                    i,
                    activation,
                    Code.LAYER_FUNCTION_ACTIVATION,
                    layer.activation().value(),
                    name);
        } else if (layer.alpha().isWritten()) {
            String cure = ", or make it a constant of " + name + ".";
            add(
                    i,
                    layer.alpha().origin(),
                    Code.LAYER_ALPHA_UNUSED,
                    layer.alpha().value(),
                    name,
                    cure);
        }
        Optional<String> fault = Visibility.fault(elements, type.get(), declaration.type());
        if (fault.isPresent()) {
            String cure = Visibility.cure(elements, type.get(), declaration.type());
            add(i, place, Code.LAYER_FUNCTION, name, fault.get(), cure);
            return;
        }
        TypeNames names = new TypeNames(elements, declaration);
        if (names.type(type.get()).isPresent() && names.function(type.get()).isEmpty()) {
            TypeReference reference = TypeReferences.of(type.get());
            String taken = (reference.name().contains(".") ? "in " + reference.firstName() + ", which is " : "")
                    + "called as something else is in the generated class"
                    + (reference.packageName().isEmpty() ? "" : ", and so is the start of its package");
            String cure = "rename " + reference.firstName() + ", for example to " + names.freeName(type.get());
            add(i, place, Code.LAYER_FUNCTION, name, taken, cure);
            return;
        }
        checkMethod(i, place, type.get(), CustomActivation.FUNCTION, "the activation at z");
        checkMethod(i, place, type.get(), CustomActivation.DERIVATIVE, "the slope of f at z");
    }

    private void checkMethod(int i, Origin place, TypeElement type, String name, String meaning) {
        FunctionMethods methods = new FunctionMethods(type);
        Optional<ExecutableElement> method = methods.ofFloat(name);
        if (method.isEmpty()) {
            String other = methods.other(name)
                    .map(found -> ", only " + signature(found))
                    .orElse("");
            add(i, place, Code.LAYER_FUNCTION_MISSING, type.getSimpleName(), name, other, meaning);
            return;
        }
        fault(type, method.get())
                .ifPresent(what -> add(i, place, Code.LAYER_FUNCTION_METHOD, type.getSimpleName(), name, what));
    }

    private String signature(ExecutableElement method) {
        return new Signatures(types, types.getDeclaredType((TypeElement) method.getEnclosingElement()))
                .declared(method);
    }

    private Optional<String> fault(TypeElement type, ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("is not static");
        }
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of("is private");
        }
        if (!method.getModifiers().contains(Modifier.PUBLIC) && !isNear(type, method)) {
            return Optional.of("is not public");
        }
        if (method.getReturnType().getKind() != TypeKind.FLOAT) {
            return Optional.of("returns " + name(method.getReturnType()));
        }
        return method.getThrownTypes().stream()
                .filter(thrown -> !isUnchecked(thrown))
                .findFirst()
                .map(thrown -> "throws " + name(thrown));
    }

    /** Whether a method without a modifier can be called: no class of another package on the way to it inherits it. */
    private boolean isNear(TypeElement type, ExecutableElement method) {
        PackageElement near = elements.getPackageOf(declaration.type());
        TypeElement at = type;
        while (!at.equals(method.getEnclosingElement())) {
            if (!elements.getPackageOf(at).equals(near)) {
                return false;
            }
            at = (TypeElement) types.asElement(at.getSuperclass());
        }
        return elements.getPackageOf(at).equals(near);
    }

    private String name(TypeMirror type) {
        return type.getKind() == TypeKind.VOID
                ? "void"
                : new Signatures(types, types.getDeclaredType(declaration.type())).name(type);
    }

    private boolean isUnchecked(TypeMirror thrown) {
        return is(thrown, RuntimeException.class) || is(thrown, Error.class);
    }

    private boolean is(TypeMirror thrown, Class<?> base) {
        TypeElement found = elements.getTypeElement(base.getName());
        return found == null || types.isSubtype(thrown, found.asType());
    }

    private void add(int layer, Origin origin, Code code, Object... arguments) {
        findings.add(Finding.of(code, origin, declaration.placeOf(layer), layer, arguments));
    }
}
