package dev.netwright.processor;

import com.google.auto.service.AutoService;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Inputs;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Layers;
import dev.netwright.annotations.OnnxModel;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The annotation processor: finds the annotated types of each round, and has the {@link Pipeline} take each of them from
 * declaration to source. Each class depends on its own interface alone, which is what lets Gradle call the processor
 * isolating.
 */
@AutoService(Processor.class)
public final class NetworkProcessor extends AbstractProcessor {
    private static final String GENERATED = "javax.annotation.processing.Generated";

    /** Types that name what another processor has yet to write, by name: elements do not outlive a round. */
    private final Set<String> deferred = new TreeSet<>();

    /** For the compiler. */
    public NetworkProcessor() {}

    /** With the annotation of generated classes: javac's lint warns of annotations that no processor claims. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                Input.class.getName(),
                Inputs.class.getName(),
                Layer.class.getName(),
                Layers.class.getName(),
                OnnxModel.class.getName(),
                GENERATED);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(ModelFiles.FOLDER_OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // These annotations are this processor's alone.
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            return false;
        }
        Pipeline pipeline = new Pipeline(processingEnv);
        SortedMap<String, TypeElement> types = deferredTypes();
        types.putAll(annotatedTypes(annotations, round));
        types.forEach((name, type) -> {
            if (!pipeline.run(type)) {
                deferred.add(name);
            }
        });
        return true;
    }

    private SortedMap<String, TypeElement> deferredTypes() {
        SortedMap<String, TypeElement> types = new TreeMap<>();
        for (String name : deferred) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type != null) {
                types.put(name, type);
            }
        }
        deferred.clear();
        return types;
    }

    /** By name, since compilers differ in their order: of two that want one name for their class the same one gets it. */
    private static SortedMap<String, TypeElement> annotatedTypes(
            Set<? extends TypeElement> annotations, RoundEnvironment round) {
        SortedMap<String, TypeElement> types = new TreeMap<>();
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(GENERATED)) {
                continue;
            }
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (element instanceof TypeElement type) {
                    types.put(type.getQualifiedName().toString(), type);
                }
            }
        }
        return types;
    }
}
