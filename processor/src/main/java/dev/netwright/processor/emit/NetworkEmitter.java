package dev.netwright.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.model.DenseLayer;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the class of a network: constants, topology, the ways to make one, and a nested class with the passes. */
public final class NetworkEmitter {
    private static final String PROCESSOR = "dev.netwright.processor.NetworkProcessor";

    /** Bytes that the constructor call of one layer's description takes, estimated generously. */
    private static final int BYTES_PER_DESCRIPTION = 60;

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
        return new GeneratedSource(self.canonicalName(), file.toString());
    }

    private TypeSpec networkClass(NetworkPlan plan, ClassName self) {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addJavadoc(HeaderEmitter.javadoc(plan))
                .addModifiers(Modifier.FINAL)
                .superclass(RuntimeTypes.GENERATED_NETWORK)
                .addSuperinterface(interfaceName(plan))
                .alwaysQualify(plan.model().memberTypes().toArray(String[]::new));
        visible(plan).ifPresent(type::addModifiers);
        generatedAnnotation.ifPresent(name -> type.addAnnotation(AnnotationSpec.builder(ClassName.bestGuess(name))
                .addMember("value", "$S", PROCESSOR)
                .build()));
        type.addField(constant("INPUTS", plan.model().inputSize(), "Features of one sample."));
        plan.layers().forEach(layer -> type.addFields(constants(layer)));
        type.addField(
                FieldSpec.builder(RuntimeTypes.TOPOLOGY, "TOPOLOGY", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("buildTopology()")
                        .build());
        type.addMethods(constructors());
        type.addMethods(factories(plan, self));
        type.addMethods(overrides(self));
        type.addMethods(topology(plan));
        type.addType(new WorkspaceEmitter(plan).workspace());
        return type.build();
    }

    private static ClassName interfaceName(NetworkPlan plan) {
        String[] names = plan.model().interfaceName().split("\\.");
        ClassName name = ClassName.get(plan.model().packageName(), names[0]);
        for (int i = 1; i < names.length; i++) {
            name = name.nestedClass(names[i]);
        }
        return name;
    }

    private static Optional<Modifier> visible(NetworkPlan plan) {
        return plan.model().isPublic() ? Optional.of(Modifier.PUBLIC) : Optional.empty();
    }

    private static FieldSpec constant(String name, int value, String javadoc) {
        return FieldSpec.builder(int.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(javadoc)
                .initializer("$L", value)
                .build();
    }

    /*
     * private static final int HIDDEN1_UNITS = 128;
     * private static final int HIDDEN1_WEIGHTS = 0;
     * private static final int HIDDEN1_BIASES = 100352;
     */
    private static List<FieldSpec> constants(LayerPlan plan) {
        DenseLayer layer = plan.layer();
        List<FieldSpec> constants = new ArrayList<>();
        constants.add(constant(plan.names().units(), layer.units(), "Units of layer " + layer.name() + "."));
        constants.add(constant(
                plan.names().weights(),
                plan.weightsOffset(),
                "Where its weights start: " + layer.inputs() + " x " + layer.units() + "."));
        if (layer.bias()) {
            constants.add(constant(
                    plan.names().biases(), plan.biasesOffset(), "Where its biases start: 1 x " + layer.units() + "."));
        }
        return constants;
    }

    private static List<MethodSpec> constructors() {
        return List.of(
                MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(long.class, "seed")
                        .addStatement("super(TOPOLOGY, seed)")
                        .build(),
                MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(float[].class, "parameters")
                        .addStatement("super(TOPOLOGY, parameters)")
                        .build());
    }

    private static List<MethodSpec> factories(NetworkPlan plan, ClassName self) {
        MethodSpec.Builder create = MethodSpec.methodBuilder("create")
                .addJavadoc("A network with fresh parameters; the seed fixes every one of them.\n")
                .addModifiers(Modifier.STATIC)
                .returns(self)
                .addParameter(long.class, "seed")
                .addStatement("return new $T(seed)", self);
        MethodSpec.Builder of = MethodSpec.methodBuilder("of")
                .addJavadoc("""
                        A network with a copy of the given parameters.

                        @throws IllegalArgumentException if there are not exactly $L
                        """, plan.parameterCount())
                .addModifiers(Modifier.STATIC)
                .returns(self)
                .addParameter(float[].class, "parameters")
                .addStatement("return new $T(parameters)", self);
        visible(plan).ifPresent(create::addModifiers);
        visible(plan).ifPresent(of::addModifiers);
        return List.of(create.build(), of.build());
    }

    private static List<MethodSpec> overrides(ClassName self) {
        return List.of(
                MethodSpec.methodBuilder("copy")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(self)
                        .addStatement("return new $T(parameters)", self)
                        .build(),
                MethodSpec.methodBuilder("newPass")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(RuntimeTypes.PASS)
                        .addParameter(int.class, "capacity")
                        .addStatement("return new $L(parameters, capacity)", WorkspaceEmitter.NAME)
                        .build());
    }

    /*
     * private static Topology buildTopology() {
     *     List<Topology.Dense> layers = new ArrayList<>();
     *     layers.add(new Topology.Dense("hidden1", INPUTS, HIDDEN1_UNITS, ...));
     *     return new Topology("Digits", INPUTS, layers);
     * }
     */
    private static List<MethodSpec> topology(NetworkPlan plan) {
        List<Range> groups = plan.layerGroups(BYTES_PER_DESCRIPTION);
        MethodSpec.Builder topology = MethodSpec.methodBuilder("buildTopology")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RuntimeTypes.TOPOLOGY)
                .addStatement("$T<$T> layers = new $T<>()", List.class, RuntimeTypes.DENSE, ArrayList.class);
        List<MethodSpec> methods = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            CodeBlock descriptions = descriptions(plan, groups.get(i));
            if (groups.size() == 1) {
                topology.addCode(descriptions);
            } else {
                topology.addStatement("addLayers$L(layers)", i + 1);
                methods.add(MethodSpec.methodBuilder("addLayers" + (i + 1))
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addParameter(
                                ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.DENSE), "layers")
                        .addCode(descriptions)
                        .build());
            }
        }
        topology.addStatement(
                "return new $T($S, INPUTS, layers)",
                RuntimeTypes.TOPOLOGY,
                plan.model().simpleName());
        methods.add(0, topology.build());
        return methods;
    }

    private static CodeBlock descriptions(NetworkPlan plan, Range group) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (LayerPlan layerPlan : plan.layers().subList(group.from(), group.to())) {
            DenseLayer layer = layerPlan.layer();
            code.add(
                    """
                    layers.add(new $T(
                            $S,
                            $L,
                            $L,
                            $T.$L,
                            $L,
                            $L,
                            $T.$L,
                            $L,
                            $L,
                            $L));
                    """,
                    RuntimeTypes.DENSE,
                    layer.name(),
                    layerPlan.inputsConstant(),
                    layerPlan.names().units(),
                    RuntimeTypes.ACTIVATION,
                    layer.activation(),
                    Literals.of(layer.alpha()),
                    layer.bias(),
                    RuntimeTypes.INITIALIZER,
                    layer.initializer(),
                    Literals.of(layer.constant()),
                    layerPlan.names().weights(),
                    layer.bias()
                            ? layerPlan.names().biases()
                            : layerPlan.names().weights() + " + " + layer.weightCount());
        }
        return code.build();
    }
}
