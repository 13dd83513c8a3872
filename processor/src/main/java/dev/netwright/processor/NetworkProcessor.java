package dev.netwright.processor;

import com.google.auto.service.AutoService;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Layers;
import dev.netwright.processor.declaration.DeclarationReader;
import dev.netwright.processor.declaration.Declarations;
import dev.netwright.processor.declaration.NetworkDeclaration;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.diagnostic.Reporter;
import dev.netwright.processor.diagnostic.ShapeTable;
import dev.netwright.processor.emit.GeneratedSource;
import dev.netwright.processor.emit.NetworkEmitter;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.plan.NetworkPlan;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;

/** Turns every annotated interface into a network class: declaration, model, plan, source. */
@AutoService(Processor.class)
public final class NetworkProcessor extends AbstractProcessor {
    private static final String GENERATED = "javax.annotation.processing.Generated";
    private static final int FRAMES_OF_A_BUG = 6;

    /** Types whose supertypes another processor has yet to write, by name: elements do not outlive a round. */
    private final Set<String> deferred = new LinkedHashSet<>();

    /** Top-level types of the sources that are compiled, which no generated class may be named like. */
    private final Set<String> sourceTypes = new LinkedHashSet<>();

    private final Set<String> generated = new LinkedHashSet<>();

    /** For the compiler. */
    public NetworkProcessor() {}

    /** With the annotation of generated classes: javac's lint warns of annotations that no processor claims. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Input.class.getName(), Layer.class.getName(), Layers.class.getName(), GENERATED);
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
        round.getRootElements().forEach(root -> sourceTypes.add(root.toString()));
        Reporter reporter = new Reporter(processingEnv);
        for (TypeElement type : annotatedTypes(annotations, round)) {
            if (hasUnresolvedSupertype(type)) {
                deferred.add(type.getQualifiedName().toString());
                continue;
            }
            try {
                processType(type, reporter);
            } catch (RuntimeException | IOException e) {
                reporter.report(bug(type, e), new ShapeTable(List.of()));
            }
        }
        return true;
    }

    private Set<TypeElement> annotatedTypes(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> types = new LinkedHashSet<>();
        for (String name : List.copyOf(deferred)) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type != null) {
                types.add(type);
            }
        }
        deferred.clear();
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(GENERATED)) {
                continue;
            }
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (element instanceof TypeElement type) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static boolean hasUnresolvedSupertype(TypeElement type) {
        return type.getInterfaces().stream().anyMatch(supertype -> supertype.getKind() == TypeKind.ERROR);
    }

    private void processType(TypeElement type, Reporter reporter) throws IOException {
        Elements elements = processingEnv.getElementUtils();
        Optional<NetworkDeclaration> read = new DeclarationReader(elements).read(type);
        if (read.isEmpty()) {
            return;
        }
        NetworkDeclaration declaration = read.get();
        Declarations declarations = new Declarations(elements, processingEnv.getTypeUtils());
        List<Finding> findings = new ArrayList<>(declarations.check(declaration));
        boolean isValid = findings.stream().noneMatch(finding -> finding.code().kind() == Kind.ERROR);
        Optional<NetworkModel> model = isValid ? Optional.of(declarations.model(declaration)) : Optional.empty();
        model.flatMap(valid -> collision(type, valid)).ifPresent(findings::add);
        findings.forEach(finding -> reporter.report(finding, declaration.shapes()));
        if (model.isPresent()
                && findings.stream().noneMatch(finding -> finding.code().kind() == Kind.ERROR)) {
            NetworkEmitter emitter = new NetworkEmitter(generatedAnnotation(processingEnv, type));
            write(emitter.emit(NetworkPlan.of(model.get())), type);
        }
    }

    private Optional<Finding> collision(TypeElement type, NetworkModel model) {
        String name = model.packageName().isEmpty()
                ? model.generatedName()
                : model.packageName() + "." + model.generatedName();
        if (generated.add(name) && !sourceTypes.contains(name)) {
            return Optional.empty();
        }
        String other = sourceTypes.contains(name) ? "another type in this package" : "the class of another network";
        return Optional.of(Finding.of(
                Code.DECLARATION_GENERATED_NAME,
                Origin.of(type),
                type.getSimpleName().toString(),
                Finding.NOT_A_LAYER,
                model.generatedName(),
                other));
    }

    private void write(GeneratedSource source, TypeElement type) throws IOException {
        try (Writer writer = processingEnv
                .getFiler()
                .createSourceFile(source.className(), type)
                .openWriter()) {
            writer.write(source.text());
        } catch (FilerException e) {
            throw new IOException(source.className() + " was written before: " + e.getMessage(), e);
        }
    }

    /** Where the module of the type cannot see the annotation, generated classes go without. */
    private static Optional<String> generatedAnnotation(ProcessingEnvironment environment, TypeElement type) {
        Elements elements = environment.getElementUtils();
        TypeElement annotation = elements.getModuleOf(type) == null
                ? elements.getTypeElement(GENERATED)
                : elements.getTypeElement(elements.getModuleOf(type), GENERATED);
        return annotation == null ? Optional.empty() : Optional.of(GENERATED);
    }

    private static Finding bug(TypeElement type, Exception e) {
        String frames = Arrays.stream(e.getStackTrace())
                .limit(FRAMES_OF_A_BUG)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        return Finding.of(
                Code.INTERNAL,
                Origin.of(type),
                type.getSimpleName().toString(),
                Finding.NOT_A_LAYER,
                type.getQualifiedName(),
                e + " at " + frames);
    }
}
