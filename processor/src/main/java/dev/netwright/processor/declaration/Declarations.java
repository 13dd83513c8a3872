package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Alpha;
import dev.netwright.annotations.Initializer;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.model.CustomActivation;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.model.InterfaceModel;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.Source;
import dev.netwright.processor.model.Task;
import dev.netwright.processor.model.Treatment;
import dev.netwright.processor.model.TypeReference;
import dev.netwright.processor.model.TypedModel;
import dev.netwright.processor.model.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** From declaration to model: every check, and then, where none of them found an error, the model. */
public final class Declarations {
    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final Elements elements;
    private final Types types;

    /** For one compiler. */
    public Declarations(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** All findings of a declaration, in the order of the source; warnings only where there are no errors. */
    public List<Finding> check(NetworkDeclaration declaration) {
        if (!declaration.mismatches().isEmpty()) {
            return declaration.mismatches();
        }
        Graph graph = new Graph(declaration);
        List<Finding> findings = new ArrayList<>(new InterfaceChecks(elements, types, declaration).findings());
        if (declaration.type().getKind() == ElementKind.INTERFACE) {
            findings.addAll(new CollisionChecks(elements, declaration).findings());
            findings.addAll(new ShapeChecks(declaration, graph).findings());
            findings.addAll(new LayerChecks(declaration, graph).findings());
            findings.addAll(new FunctionChecks(elements, types, declaration).findings());
            findings.addAll(new LabelChecks(elements, declaration, graph).findings());
            findings.addAll(new WindowChecks(declaration, graph).findings());
            findings.addAll(new EmbeddingChecks(declaration, graph).findings());
            findings.addAll(new RecordChecks(elements, declaration).findings());
            findings.addAll(new HiddenTypeChecks(elements, declaration).findings());
            TaskDeclaration.of(elements, types, declaration.type())
                    .ifPresent(task -> findings.addAll(new TaskChecks(types, declaration, graph, task).findings()));
            findings.addAll(new GraphChecks(declaration, graph).findings());
            findings.addAll(new HeadChecks(declaration, graph).findings());
        }
        if (findings.stream().noneMatch(Finding::isError)) {
            findings.addAll(new DoubtChecks(declaration, graph).findings());
            findings.addAll(new LinearChecks(declaration, graph).findings());
            findings.addAll(new PixelChecks(declaration, graph).findings());
        }
        findings.sort(Comparator.comparingInt(Finding::layer));
        return findings;
    }

    /** All findings of an interface whose network a file declares, as far as the file is not read. */
    public List<Finding> check(ImportDeclaration imported) {
        NetworkDeclaration declaration = imported.declaration();
        if (!declaration.mismatches().isEmpty()) {
            return declaration.mismatches();
        }
        List<Finding> findings = new ArrayList<>(new InterfaceChecks(elements, types, declaration).findings());
        if (declaration.type().getKind() == ElementKind.INTERFACE) {
            findings.addAll(new CollisionChecks(elements, declaration).findings());
            findings.addAll(new HiddenTypeChecks(elements, declaration).findings());
            findings.addAll(new ImportChecks(elements, types, imported).findings());
        }
        return findings;
    }

    /** What an interface without errors says of the samples and classes of its file; empty where it says nothing. */
    public Optional<TypedModel> typed(ImportDeclaration imported) {
        NetworkDeclaration declaration = imported.declaration();
        RecordModels models = new RecordModels(new TypeNames(elements, declaration));
        Optional<RecordDeclaration> record = declaration.inputs().stream()
                .flatMap(input -> input.record().value().stream())
                .findFirst();
        return imported.task()
                .map(task -> new TypedModel(
                        task.kind(),
                        TaskChecks.text(task),
                        record.map(models::model),
                        record.map(RecordModels::features).orElse(List.of()),
                        declaration.classes().map(models::reference),
                        declaration.classes().map(EnumConstants::of).orElse(List.of())));
    }

    /** The model of a declaration without errors. */
    public NetworkModel model(NetworkDeclaration declaration) {
        TypeNames names = new TypeNames(elements, declaration);
        List<InputModel> inputs = new ArrayList<>();
        for (int i = 0; i < declaration.inputs().size(); i++) {
            inputs.add(new InputModel(
                    declaration.nameOfInput(i),
                    declaration.inputs().get(i).shape(),
                    declaration.inputs().get(i).record().value().map(new RecordModels(names)::model),
                    !declaration.inputs().get(i).isOwn()));
        }
        Graph graph = new Graph(declaration);
        List<LayerModel> layers = new ArrayList<>();
        for (int i : graph.order()) {
            layers.add(layer(declaration, graph, i, names));
        }
        InterfaceModel own = interfaceModel(declaration);
        return new NetworkModel(
                own.packageName(),
                own.interfaceName(),
                own.shadowed(),
                own.isPublic(),
                own.suppressed(),
                inputs,
                layers,
                declaration.heads().stream().map(graph.order()::indexOf).toList(),
                task(declaration, names));
    }

    /** What a network has from its interface alone. */
    public InterfaceModel interfaceModel(NetworkDeclaration declaration) {
        TypeElement type = declaration.type();
        return new InterfaceModel(
                elements.getPackageOf(type).getQualifiedName().toString(),
                declaration.nestedName(elements),
                new TypeNames(elements, declaration).shadowing(),
                isPublic(type),
                suppressed(declaration));
    }

    private Task task(NetworkDeclaration declaration, TypeNames names) {
        List<Optional<TypeReference>> labels = declaration.heads().stream()
                .map(head -> declaration.layers().get(head).labels().value())
                .map(type -> type.map(new RecordModels(names)::reference))
                .toList();
        return new Task(
                TaskDeclaration.of(elements, types, declaration.type())
                        .map(TaskDeclaration::kind)
                        .orElse(Task.Kind.NETWORK),
                labels);
    }

    private LayerModel layer(NetworkDeclaration declaration, Graph graph, int index, TypeNames names) {
        LayerDeclaration layer = declaration.layers().get(index);
        ActivationFunction activation = layer.functionClass()
                .map(function -> names.function(function).orElseThrow())
                .<ActivationFunction>map(CustomActivation::new)
                .orElse(layer.activation().value());
        float byDefault = activation instanceof Activation known
                ? known.alpha().map(Alpha::byDefault).orElse(Float.NaN)
                : Float.NaN;
        Optional<Weights> weights = layer.isWeighted()
                ? Optional.of(new Weights(
                        layer.hasBiases(),
                        initializer(layer),
                        layer.constant().value(),
                        layer.trainable().value(),
                        layer.l1().value(),
                        layer.l2().value()))
                : Optional.empty();
        return new LayerModel(
                declaration.nameOf(index),
                graph.sources(index).stream()
                        .flatMap(Optional::stream)
                        .map(source -> inOrder(source, graph))
                        .toList(),
                layer.merge().value(),
                graph.input(index),
                layer.isWeighted() ? layer.size().value() : 0,
                weights,
                layer.embeds() ? OptionalInt.of(layer.embedding().value()) : OptionalInt.empty(),
                layer.convolution(graph.input(index).dimensions()),
                activation,
                layer.alpha().isWritten() ? layer.alpha().value() : byDefault,
                layer.pool(graph.preactivation(index)),
                new Treatment(
                        layer.normalize().value(),
                        layer.epsilon().value(),
                        layer.dropout().value()),
                graph.residual(index).map(source -> inOrder(source, graph)));
    }

    /** What an embedding looks up stands beside features that are standardised, and has their spread by default. */
    private static Initializer initializer(LayerDeclaration layer) {
        Initializer init = layer.init().value();
        return layer.embeds() && init == Initializer.AUTO ? Initializer.LECUN_NORMAL : init.resolve(layer.activates());
    }

    /** The model numbers layers in the order of their computation. */
    private static Source inOrder(Source source, Graph graph) {
        return source.isInput() ? source : Source.layer(graph.order().indexOf(source.index()));
    }

    /** Members of an interface are public by themselves, and the compiler says so of their modifiers. */
    private static boolean isPublic(TypeElement type) {
        for (Element e = type; e != null && e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /** The annotation that marks a class as generated, where sources in the module of a type can see it. */
    public Optional<String> generatedAnnotation(TypeElement type) {
        return new VisibleTypes(elements).find(GENERATED, type).map(found -> GENERATED);
    }

    private List<String> suppressed(NetworkDeclaration declaration) {
        TypeElement type = declaration.type();
        Set<String> warnings = new TreeSet<>();
        addDeprecations(type, warnings);
        declaration.classes().ifPresent(classes -> addDeprecations(classes, warnings));
        declaration
                .layers()
                .forEach(layer -> layer.labels().value().ifPresent(labels -> addDeprecations(labels, warnings)));
        for (LayerDeclaration layer : declaration.layers()) {
            layer.functionClass()
                    .map(FunctionMethods::new)
                    .ifPresent(methods -> methods.called().forEach(called -> addDeprecations(called, warnings)));
        }
        declaration
                .inputs()
                .forEach(input -> input.record().value().ifPresent(record -> addDeprecations(record, warnings)));
        ModuleElement module = elements.getModuleOf(type);
        boolean isInNamedModule = module != null && !module.isUnnamed();
        if (isInNamedModule && generatedAnnotation(type).isPresent()) {
            // javac warns where the module lets nobody else read the annotation.
            warnings.add("exports");
        }
        return List.copyOf(warnings);
    }

    private void addDeprecations(RecordDeclaration record, Set<String> warnings) {
        addDeprecations(record.type(), warnings);
        for (ComponentDeclaration component : record.components()) {
            addDeprecations(component.origin().element(), warnings);
            component.type().ifPresent(type -> addDeprecations(type, warnings));
            component.nested().ifPresent(nested -> addDeprecations(nested, warnings));
        }
    }

    private void addDeprecations(Element element, Set<String> warnings) {
        for (Element e = element; e != null && e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            if (elements.isDeprecated(e)) {
                Deprecated deprecated = e.getAnnotation(Deprecated.class);
                warnings.add(deprecated != null && deprecated.forRemoval() ? "removal" : "deprecation");
            }
        }
    }
}
