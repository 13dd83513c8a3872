package dev.netwright.processor.declaration;

import dev.netwright.processor.model.TypeReference;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Types as the generated class names them. */
final class TypeReferences {
    private TypeReferences() {}

    /** From simple names, since ecj takes a dollar in the qualified name of a nested type for a dot. */
    static TypeReference of(TypeElement type) {
        String packageName = "";
        StringBuilder name = new StringBuilder();
        for (Element e = type; e != null; e = e.getEnclosingElement()) {
            if (e instanceof PackageElement found) {
                packageName = found.getQualifiedName().toString();
                break;
            }
            name.insert(0, name.isEmpty() ? e.getSimpleName() : e.getSimpleName() + ".");
        }
        return new TypeReference(packageName, name.toString());
    }
}
