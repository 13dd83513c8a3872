package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.model.ComponentModel;
import dev.netwright.processor.plan.ComponentPlan;
import dev.netwright.processor.plan.Range;
import dev.netwright.processor.plan.RecordPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the nested class that makes a record a row of features: a constant and a line for each component. */
final class FeaturesEmitter {
    private final RecordPlan plan;
    private final List<MethodSpec> writers = new ArrayList<>();

    /** What a method that writes a record has besides the record. */
    private final Set<String> taken = new HashSet<>(Set.of("rows", "at", RecordPlan.COLUMNS));

    FeaturesEmitter(RecordPlan plan) {
        this.plan = plan;
        plan.all().stream().map(ComponentPlan::start).forEach(taken::add);
    }

    /*
     * private static final class FlowerFeatures extends RecordFeatures<Flower> {
     *     static final FlowerFeatures INSTANCE = new FlowerFeatures();
     *     private static final int SEPAL_LENGTH = 0;
     *     ...
     * }
     */
    TypeSpec features(ClassName network) {
        ClassName self = network.nestedClass(plan.className());
        ClassName sample = UserTypes.name(plan.record().type());
        TypeSpec.Builder type = TypeSpec.classBuilder(plan.className())
                .addJavadoc(
                        "Makes a {@code $L} a row of features. Each constant is where the features of a component start.\n",
                        plan.record().type().simpleName())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.RECORD_FEATURES, sample))
                .addField(FieldSpec.builder(self, RecordPlan.INSTANCE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", self)
                        .build())
                .addFields(constants())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("super($L)", RecordPlan.COLUMNS)
                        .build());
        addWriter(
                MethodSpec.methodBuilder("write").addAnnotation(Override.class).addModifiers(Modifier.PUBLIC),
                "write",
                sample,
                "sample",
                plan.components());
        return type.addMethods(writers).addMethods(description()).build();
    }

    private List<FieldSpec> constants() {
        List<FieldSpec> constants = new ArrayList<>();
        CodeBlock next = CodeBlock.of("0");
        for (ComponentPlan component : plan.all()) {
            constants.add(constant(component.start(), next));
            next = component.nested().isEmpty()
                    ? CodeBlock.of(
                            "$L + $L",
                            component.start(),
                            Literals.of(component.component().columns()))
                    : CodeBlock.of("$L", component.start());
        }
        constants.add(constant(RecordPlan.COLUMNS, next));
        return constants;
    }

    private static FieldSpec constant(String name, CodeBlock value) {
        return FieldSpec.builder(int.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    /*
     * private static void writeAddress(Address address, float[] rows, int at) {
     *     rows[at + ADDRESS_ZIP] = number("address.zip", address.zip());
     *     ...
     * }
     */
    private void addWriter(
            MethodSpec.Builder method, String name, ClassName type, String sample, List<ComponentPlan> components) {
        MethodSpec part = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(type, sample)
                .addParameter(float[].class, "rows")
                .addParameter(int.class, "at")
                .build();
        method.addParameters(part.parameters());
        List<MethodSpec> parts = MethodParts.add(
                method, part, RecordPlan.writingGroups(components.size()), group -> lines(sample, components, group));
        writers.add(method.build());
        writers.addAll(parts);
        for (ComponentPlan component : components) {
            component
                    .component()
                    .nested()
                    .ifPresent(nested -> addWriter(
                            MethodSpec.methodBuilder("write" + component.method())
                                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC),
                            "write" + component.method(),
                            UserTypes.name(nested.type()),
                            parameter(component),
                            component.nested()));
        }
    }

    /** The component's own name, unless something else in the method has it. */
    private String parameter(ComponentPlan component) {
        String name = component.component().name();
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    private static CodeBlock lines(String sample, List<ComponentPlan> components, Range group) {
        CodeBlock.Builder code = CodeBlock.builder();
        components.subList(group.from(), group.to()).forEach(component -> code.add(line(sample, component)));
        return code.build();
    }

    private static CodeBlock line(String sample, ComponentPlan plan) {
        ComponentModel component = plan.component();
        CodeBlock value = CodeBlock.of("$L.$L()", sample, component.name());
        CodeBlock missing = component.isMissingDeclared()
                ? CodeBlock.of(", $L", Literals.of(component.missing()))
                : CodeBlock.of("");
        return switch (component.kind()) {
            case NUMBER ->
                CodeBlock.of("rows[at + $L] = number($S, $L$L);\n", plan.start(), plan.path(), value, missing);
            case FLAG ->
                component.mayBeNull()
                        ? CodeBlock.of("rows[at + $L] = flag($S, $L$L);\n", plan.start(), plan.path(), value, missing)
                        : CodeBlock.of("rows[at + $L] = flag($L);\n", plan.start(), value);
            case CHOICE -> several("oneHot", plan, value, missing);
            case NUMBERS, FLAGS -> several("elements", plan, value, missing);
            case RECORD -> record(plan, value);
            case INDEX -> CodeBlock.of("rows[at + $L] = index($S, $L);\n", plan.start(), plan.path(), value);
        };
    }

    /*
     * oneHot("heating", sample.heating(), rows, at + HEATING, at + RENTS);
     */
    private static CodeBlock several(String method, ComponentPlan plan, CodeBlock value, CodeBlock missing) {
        return CodeBlock.of(
                "$L($S, $L, rows, at + $L, at + $L$L);\n",
                method,
                plan.path(),
                value,
                plan.start(),
                plan.end(),
                missing);
    }

    /*
     * writeAddress(present("address", sample.address()), rows, at);
     */
    private static CodeBlock record(ComponentPlan plan, CodeBlock value) {
        if (!plan.component().isMissingDeclared()) {
            return CodeBlock.of("write$L(present($S, $L), rows, at);\n", plan.method(), plan.path(), value);
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($L == null)", value)
                .addStatement(
                        "fill(rows, at + $L, at + $L, $L)",
                        plan.start(),
                        plan.end(),
                        Literals.of(plan.component().missing()))
                .nextControlFlow("else")
                .addStatement("write$L($L, rows, at)", plan.method(), value)
                .endControlFlow()
                .build();
    }

    /*
     * @Override
     * protected void describe(FeatureColumns columns) {
     *     columns.number("sepalLength");
     *     ...
     * }
     */
    private List<MethodSpec> description() {
        List<ComponentPlan> described = plan.all().stream()
                .filter(component -> component.nested().isEmpty())
                .toList();
        MethodSpec.Builder method = MethodSpec.methodBuilder("describe")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(RuntimeTypes.FEATURE_COLUMNS, "columns");
        MethodSpec part = MethodSpec.methodBuilder("describe")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.FEATURE_COLUMNS, "columns")
                .build();
        List<MethodSpec> parts =
                MethodParts.add(method, part, RecordPlan.descriptionGroups(described.size()), group -> {
                    CodeBlock.Builder code = CodeBlock.builder();
                    described.subList(group.from(), group.to()).forEach(component -> code.add(description(component)));
                    return code.build();
                });
        List<MethodSpec> methods = new ArrayList<>(List.of(method.build()));
        methods.addAll(parts);
        return methods;
    }

    private static CodeBlock description(ComponentPlan plan) {
        ComponentModel component = plan.component();
        return switch (component.kind()) {
            case NUMBER -> CodeBlock.of("columns.number($S);\n", plan.path());
            case FLAG -> CodeBlock.of("columns.flag($S);\n", plan.path());
            case CHOICE ->
                CodeBlock.of(
                        "columns.oneHot($S, $L);\n",
                        plan.path(),
                        UserTypes.constants(component.choice().orElseThrow()));
            case NUMBERS -> CodeBlock.of("columns.numbers($S, $L - $L);\n", plan.path(), plan.end(), plan.start());
            case FLAGS -> CodeBlock.of("columns.flags($S, $L - $L);\n", plan.path(), plan.end(), plan.start());
            case INDEX -> CodeBlock.of("columns.index($S);\n", plan.path());
            case RECORD -> throw new IllegalStateException(plan.path() + " has components to describe");
        };
    }
}
