package dev.netwright.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.TypeReference;
import dev.netwright.processor.plan.NetworkPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the class of a network: constants, the ways to make one, its topology, and a nested class with the passes. */
public final class NetworkEmitter {
    private static final String PROCESSOR = "dev.netwright.processor.NetworkProcessor";

    private final Optional<String> generatedAnnotation;

    /** @param generatedAnnotation the fully qualified {@code @Generated} to mark classes with, where the compiler has one */
    public NetworkEmitter(Optional<String> generatedAnnotation) {
        this.generatedAnnotation = generatedAnnotation;
    }

    /** The source of a plan. The same plan always gives the same text. */
    public GeneratedSource emit(NetworkPlan plan) {
        String packageName = plan.model().packageName();
        ClassName self = ClassName.get(packageName, plan.model().generatedName());
        JavaFile file = JavaFile.builder(packageName, networkClass(plan, self))
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
        return new GeneratedSource(self.canonicalName(), SourceText.tidy(file.toString()));
    }

    private TypeSpec networkClass(NetworkPlan plan, ClassName self) {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addJavadoc(HeaderEmitter.javadoc(plan))
                .addAnnotations(annotations(plan.model()))
                .addModifiers(Modifier.FINAL)
                .superclass(RuntimeTypes.GENERATED_NETWORK)
                .addSuperinterface(UserTypes.name(new TypeReference(
                        plan.model().packageName(), plan.model().interfaceName())))
                .alwaysQualify(plan.model().shadowed().toArray(String[]::new));
        visibility(plan).ifPresent(type::addModifiers);
        type.addFields(ConstantsEmitter.constants(plan));
        type.addField(TopologyEmitter.field());
        SamplesEmitter samples = new SamplesEmitter(plan);
        type.addFields(samples.fields());
        type.addMethods(constructors(plan));
        type.addMethods(factories(plan, self));
        ImportEmitter.load(plan, self, visibility(plan)).ifPresent(type::addMethod);
        type.addMethods(samples.factories());
        if (InferEmitter.isNeeded(plan)) {
            type.addMethod(new InferEmitter(plan).infer());
        }
        type.addMethods(samples.methods());
        type.addMethods(new NamesEmitter(plan, samples).methods());
        type.addMethods(overrides(plan, self));
        type.addMethods(TopologyEmitter.methods(plan));
        if (!plan.model().hasOneHead()) {
            type.addType(new OutputsEmitter(plan).record());
        }
        type.addTypes(samples.types(self));
        type.addTypes(ImportEmitter.functions(plan));
        type.addType(new WorkspaceEmitter(plan).workspace());
        return type.build();
    }

    private List<AnnotationSpec> annotations(NetworkModel model) {
        List<AnnotationSpec> annotations = new ArrayList<>();
        generatedAnnotation.ifPresent(name -> annotations.add(AnnotationSpec.builder(ClassName.bestGuess(name))
                .addMember("value", "$S", PROCESSOR)
                .build()));
        if (!model.suppressed().isEmpty()) {
            AnnotationSpec.Builder suppressed = AnnotationSpec.builder(SuppressWarnings.class);
            model.suppressed().forEach(warning -> suppressed.addMember("value", "$S", warning));
            annotations.add(suppressed.build());
        }
        return annotations;
    }

    private static Optional<Modifier> visibility(NetworkPlan plan) {
        return plan.model().isPublic() ? Optional.of(Modifier.PUBLIC) : Optional.empty();
    }

    private static List<MethodSpec> constructors(NetworkPlan plan) {
        MethodSpec.Builder copying = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(float[].class, "parameters");
        if (plan.normalizesBatches()) {
            copying.addParameter(float[].class, "statistics").addStatement("super(TOPOLOGY, parameters, statistics)");
        } else {
            copying.addStatement("super(TOPOLOGY, parameters)");
        }
        return List.of(
                MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(long.class, "seed")
                        .addStatement("super(TOPOLOGY, seed)")
                        .build(),
                copying.build());
    }

    private static List<MethodSpec> factories(NetworkPlan plan, ClassName self) {
        MethodSpec.Builder create = MethodSpec.methodBuilder("create")
                .addJavadoc("""
                        A network with fresh parameters.

                        @param seed fixes every one of them
                        @return a new network
                        """)
                .addModifiers(Modifier.STATIC)
                .returns(self)
                .addParameter(long.class, "seed")
                .addStatement("return new $T(seed)", self);
        MethodSpec.Builder of = plan.normalizesBatches() ? ofStatistics(plan, self) : ofParameters(plan, self);
        visibility(plan).ifPresent(create::addModifiers);
        visibility(plan).ifPresent(of::addModifiers);
        return List.of(create.build(), of.build(), load(plan, self));
    }

    /*
     * public static DigitsNetwork load(Path file) throws IOException {
     *     DigitsNetwork network = new DigitsNetwork(new float[TOPOLOGY.parameterCount()]);
     *     ModelFile.read(file).copyTo(network);
     *     return network;
     * }
     */
    private static MethodSpec load(NetworkPlan plan, ClassName self) {
        MethodSpec.Builder load = MethodSpec.methodBuilder("load")
                .addJavadoc("""
                        A network that {@code save} has kept.

                        @param file safetensors, as {@link $T} says
                        @return a new network
                        @throws $T if the file cannot be read, is damaged or is of another network
                        """, RuntimeTypes.MODEL_FILE, IOException.class)
                .addModifiers(Modifier.STATIC)
                .addException(IOException.class)
                .returns(self)
                .addParameter(Path.class, "file")
                .addStatement(
                        "$1T network = new $1T(new float[TOPOLOGY.parameterCount()]$2L)",
                        self,
                        plan.normalizesBatches() ? ", new float[TOPOLOGY.statisticsCount()]" : "")
                .addStatement("$T.read(file).copyTo(network)", RuntimeTypes.MODEL_FILE)
                .addStatement("return network");
        visibility(plan).ifPresent(load::addModifiers);
        return load.build();
    }

    private static MethodSpec.Builder ofParameters(NetworkPlan plan, ClassName self) {
        return MethodSpec.methodBuilder("of")
                .addJavadoc("""
                        A network with a copy of the given parameters.$L

                        @param parameters of every layer its weights and then its biases
                        @return a new network
                        @throws $T if there are not exactly $L
                        """, scaling(plan), IllegalArgumentException.class, count(plan.parameterCount()))
                .addModifiers(Modifier.STATIC)
                .returns(self)
                .addParameter(float[].class, "parameters")
                .addStatement("return new $T(parameters)", self);
    }

    /** What is no parameter, unless all features pick rows of tables. */
    private static String scaling(NetworkPlan plan) {
        boolean isScaled = plan.layers().stream().anyMatch(layer -> layer.readsInput() && !layer.embeds());
        return isScaled
                ? "\nHow features are scaled is not among them: nothing scales them until {@link #standardize} is called."
                : "";
    }

    private static MethodSpec.Builder ofStatistics(NetworkPlan plan, ClassName self) {
        return MethodSpec.methodBuilder("of")
                .addJavadoc(
                        """
                        A network with copies of the given parameters and statistics.$L

                        @param parameters of every layer its weights, its biases, its gains and its shifts
                        @param statistics of every layer with batch norm its running means and variances
                        @return a new network
                        @throws $T if there are not exactly $L and $L, a statistic is not finite, or a variance is negative
                        """,
                        scaling(plan),
                        IllegalArgumentException.class,
                        count(plan.parameterCount()),
                        count(plan.statisticsCount()))
                .addModifiers(Modifier.STATIC)
                .returns(self)
                .addParameter(float[].class, "parameters")
                .addParameter(float[].class, "statistics")
                .addStatement("return new $T(parameters, statistics)", self);
    }

    private static String count(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static List<MethodSpec> overrides(NetworkPlan plan, ClassName self) {
        List<MethodSpec> overrides = new ArrayList<>();
        overrides.add(MethodSpec.methodBuilder("copy")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(self)
                .addStatement(
                        "return scaling(new $T(parameters()$L))",
                        self,
                        plan.normalizesBatches() ? ", statistics()" : "")
                .build());
        overrides.add(newPass(plan)
                .addModifiers(Modifier.PUBLIC)
                .returns(InferEmitter.passType(plan, self))
                .addParameter(int.class, "capacity")
                .build());
        if (plan.predictions().areShared()) {
            overrides.add(newPass(plan)
                    .addModifiers(Modifier.PROTECTED)
                    .returns(RuntimeTypes.PASS)
                    .addParameter(RuntimeTypes.PREDICTION_CAPACITY, "capacity")
                    .build());
        }
        return overrides;
    }

    private static MethodSpec.Builder newPass(NetworkPlan plan) {
        return MethodSpec.methodBuilder("newPass")
                .addAnnotation(Override.class)
                .addStatement(
                        "return scaling(new $L($Lcapacity))",
                        plan.workspaceName(),
                        plan.hasParameters() ? "parameters(), " : "");
    }
}
