package dev.netwright.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.Task;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.RecordPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes what a network has besides whose samples are records, or which classifies or estimates: data sets from samples, and the methods
 * that take one.
 */
final class SamplesEmitter {
    static final String LABELS = "LABELS";

    private final NetworkPlan plan;
    private final NetworkModel model;
    private final List<RecordPlan> records;

    SamplesEmitter(NetworkPlan plan) {
        this.plan = plan;
        this.model = plan.model();
        this.records = RecordPlan.of(model);
    }

    /** The constants of the enum that outputs stand for, and features where a method needs them. */
    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        if (!model.hasOneHead()) {
            return new TargetsEmitter(plan).labels();
        }
        if (labels().isPresent()) {
            ClassName labels = labels().get();
            fields.add(FieldSpec.builder(
                            ArrayTypeName.of(labels), LABELS, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("What the outputs stand for, in their order.\n")
                    .initializer(UserTypes.constants(model.task().labels().orElseThrow()))
                    .build());
        }
        if (!hasSample() && model.task().kind() != Task.Kind.NETWORK) {
            fields.add(FieldSpec.builder(
                            ParameterizedTypeName.get(RuntimeTypes.SAMPLE_FEATURES, sampleType()),
                            "FEATURES",
                            Modifier.PRIVATE,
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .addJavadoc("Samples are rows of features already.\n")
                    .initializer("$T.ofRows(INPUTS)", RuntimeTypes.SAMPLE_FEATURES)
                    .build());
        }
        return fields;
    }

    /** Static methods, all as visible as the class. */
    List<MethodSpec> factories() {
        if (hasSample()) {
            return List.of(features(), dataset());
        }
        return hasRecord() ? List.of(dataset()) : List.of();
    }

    /*
     * public static SampleFeatures<Flower> features() {
     *     return FlowerFeatures.INSTANCE;
     * }
     */
    private MethodSpec features() {
        return factory("features")
                .addJavadoc("""
                        How samples become rows of features, with a name for each column.

                        @return the only instance
                        """)
                .returns(ParameterizedTypeName.get(RuntimeTypes.SAMPLE_FEATURES, sampleType()))
                .addStatement("return $L", featuresOf(model.inputs().get(0)))
                .build();
    }

    /*
     * public static Dataset dataset(List<Flower> samples, List<Species> labels) {
     *     return FlowerFeatures.INSTANCE.dataset(samples, labels, LABELS);
     * }
     *
     * Where there are several heads, with the targets of each. Where there are several inputs, with the samples of each:
     *
     * public static Dataset dataset(List<User> user, List<Item> item, float[] targets) {
     *     return new JoinedSamples()
     *             .with("user", user, UserFeatures.INSTANCE)
     *             .with("item", item, ItemFeatures.INSTANCE)
     *             .dataset(Targets.ofValues(targets, OUTPUT_UNITS));
     * }
     */
    private MethodSpec dataset() {
        MethodSpec.Builder method = factory("dataset")
                .addJavadoc("Samples to learn from or to measure with.\n\n")
                .returns(RuntimeTypes.DATASET);
        CodeBlock start = hasSample() ? ofSample(method) : ofInputs(method);
        if (!model.hasOneHead()) {
            new TargetsEmitter(plan).addTargets(method, start);
        } else if (labels().isPresent()) {
            method.addJavadoc("@param labels what each should be classified as\n")
                    .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), labels().get()), "labels")
                    .addStatement(returned(model, CodeBlock.of("$Llabels, $L)", start, LABELS)));
        } else {
            String outputs = plan.outputLayer().names().units();
            method.addJavadoc(
                            "@param targets what should be estimated for each, {@code samples x $L}\n",
                            plan.outputLayer().layer().units())
                    .addParameter(float[].class, "targets")
                    .addStatement(returned(
                            model,
                            hasSample()
                                    ? CodeBlock.of("$Ltargets, $L)", start, outputs)
                                    : CodeBlock.of(
                                            "$L$T.ofValues(targets, $L))", start, RuntimeTypes.TARGETS, outputs)));
        }
        return method.addJavadoc(
                        """
                        @return features and targets, a row for each sample
                        @throws $T if there are none or not as many of $L, or a value is missing that must not be, or is not finite$L
                        """,
                        IllegalArgumentException.class,
                        hasSample() ? "both" : "each",
                        hasIndices(model) ? ", or picks no row" : "")
                .build();
    }

    /** Takes the samples of the only input. */
    private CodeBlock ofSample(MethodSpec.Builder method) {
        method.addJavadoc("@param samples at least one\n")
                .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), sampleType()), "samples");
        return CodeBlock.of("$L.dataset(samples,$W", featuresOf(model.inputs().get(0)));
    }

    /** Takes the samples of every input. */
    private CodeBlock ofInputs(MethodSpec.Builder method) {
        InputParameters parameters = new InputParameters(plan);
        CodeBlock.Builder start = CodeBlock.builder().add("new $T()", RuntimeTypes.JOINED_SAMPLES);
        for (InputModel input : model.givenInputs()) {
            String parameter = parameters.of(input);
            if (input.record().isPresent()) {
                method.addJavadoc("@param $L one for each sample\n", parameter)
                        .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), type(input)), parameter);
                start.add("\n.with($S, $L, $L)", input.name(), parameter, featuresOf(input));
            } else {
                method.addJavadoc("@param $L {@code samples x $L}\n", parameter, input.size())
                        .addParameter(float[].class, parameter);
                start.add("\n.with($S, $L, $L)", input.name(), parameter, columns(input));
            }
        }
        return start.add("\n.dataset(").build();
    }

    /** No samples of any input, which tell the names of its columns. */
    CodeBlock noSamples() {
        CodeBlock.Builder none = CodeBlock.builder().add("new $T()", RuntimeTypes.JOINED_SAMPLES);
        for (InputModel input : model.givenInputs()) {
            if (input.record().isPresent()) {
                none.add("\n.with($S, $T.of(), $L)", input.name(), List.class, featuresOf(input));
            } else {
                none.add("\n.with($S, new float[0], $L)", input.name(), columns(input));
            }
        }
        return none.add("\n").build();
    }

    private String columns(InputModel input) {
        return plan.inputs().get(model.inputs().indexOf(input)).columns();
    }

    /** A data set, whose indices are looked at where there are any: here they are near what they come from. */
    static CodeBlock returned(NetworkModel model, CodeBlock dataset) {
        return hasIndices(model)
                ? CodeBlock.of("return indexed(TOPOLOGY,$W$L)", dataset)
                : CodeBlock.of("return $L", dataset);
    }

    /** Whether features pick rows of tables. */
    private static boolean hasIndices(NetworkModel model) {
        return model.layers().stream().anyMatch(layer -> layer.embedding().isPresent());
    }

    private MethodSpec.Builder factory(String name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name);
        if (model.isPublic()) {
            method.addModifiers(Modifier.PUBLIC);
        }
        return method.addModifiers(Modifier.STATIC);
    }

    /** The methods that take one sample. */
    List<MethodSpec> methods() {
        return switch (model.task().kind()) {
            case CLASSIFIER ->
                List.of(
                        ofSample("classify", labels().orElseThrow(), "return $L[largestOutput($L, sample)]", LABELS),
                        ofSample("probabilities", TypeName.get(float[].class), "return $Loutputs($L, sample)", ""));
            case REGRESSOR -> List.of(ofSample("estimate", TypeName.FLOAT, "return $Loutput($L, sample)", ""));
            case NETWORK -> List.of();
        };
    }

    /*
     * @Override
     * public Species classify(Flower sample) {
     *     return LABELS[largestOutput(FlowerFeatures.INSTANCE, sample)];
     * }
     */
    private MethodSpec ofSample(String name, TypeName returned, String statement, String before) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned)
                .addParameter(sampleType(), "sample")
                .addStatement(
                        statement,
                        before,
                        hasSample() ? featuresOf(model.inputs().get(0)) : "FEATURES")
                .build();
    }

    /** A class for each record that makes it a row of features. */
    List<TypeSpec> types(ClassName self) {
        return records.stream()
                .map(record -> new FeaturesEmitter(record).features(self))
                .toList();
    }

    /** The only instance of the class that writes an input's record. */
    CodeBlock featuresOf(InputModel input) {
        return CodeBlock.of("$L.$L", RecordPlan.of(input, records).className(), RecordPlan.INSTANCE);
    }

    private boolean hasSample() {
        return model.givenInputs().size() == 1 && model.inputs().get(0).record().isPresent();
    }

    /** Whether any input is a record. */
    private boolean hasRecord() {
        return model.inputs().stream().anyMatch(input -> input.record().isPresent());
    }

    private Optional<ClassName> labels() {
        return model.task().labels().map(UserTypes::name);
    }

    private TypeName sampleType() {
        return type(model.inputs().get(0));
    }

    /** What a caller gives for an input. */
    static TypeName type(InputModel input) {
        return input.record()
                .<TypeName>map(record -> UserTypes.name(record.type()))
                .orElse(TypeName.get(float[].class));
    }
}
