package dev.netwright.processor.declaration;

import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds types as a source would: through the module that it is in, since what others read is of no use to it. */
public final class VisibleTypes {
    private final Elements elements;

    /** For one compiler. */
    public VisibleTypes(Elements elements) {
        this.elements = elements;
    }

    /** The type of a name, if sources in the module of {@code from} can see it. */
    public Optional<TypeElement> find(String name, TypeElement from) {
        ModuleElement module = elements.getModuleOf(from);
        return Optional.ofNullable(
                module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name));
    }
}
