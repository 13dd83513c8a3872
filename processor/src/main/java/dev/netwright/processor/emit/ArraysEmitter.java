package dev.netwright.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.netwright.processor.plan.InputPlan;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.MethodGroups;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.PlannedArray;
import dev.netwright.processor.plan.SharedArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes the arrays of a pass and what allocates them. Fields are final or start as empty arrays, so that checkers of nulls
 * are content; but in a network of so many layers that its constructor would outgrow the budget, they are neither.
 */
final class ArraysEmitter {
    private final NetworkPlan plan;
    private final boolean isDeep;

    ArraysEmitter(NetworkPlan plan) {
        this.plan = plan;
        this.isDeep = MethodGroups.ofAllocations(plan).size() > 1;
    }

    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        if (plan.hasParameters()) {
            fields.add(FieldSpec.builder(float[].class, "p", Modifier.PRIVATE, Modifier.FINAL)
                    .addJavadoc("The network's live parameters.\n")
                    .build());
        }
        for (InputPlan input : plan.inputs()) {
            fields.add(forwardField(input.values())
                    .addJavadoc(
                            "Input $L, {@code capacity x $L}.\n",
                            input.input().name(),
                            input.input().size())
                    .build());
            fields.add(backwardField(input.gradients()).build());
        }
        plan.layers().forEach(layer -> fields.addAll(fields(layer)));
        plan.shared().forEach(array -> fields.add(shared(array)));
        if (!plan.model().hasOneHead()) {
            fields.addAll(new HeadsEmitter(plan).fields());
        }
        return fields;
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>(ofEveryUse());
        if (plan.predictions().areShared()) {
            methods.addAll(ofPredictions());
        }
        MethodSpec.Builder backward = MethodSpec.methodBuilder("allocateBackward")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(int.class, "capacity");
        plan.inputs().forEach(input -> backward.addCode(allocation(input.gradients(), input.columns())));
        List<MethodSpec> parts = addLayers(
                backward, "allocateBackward", layer -> allocations(ownBackwardArrays(layer), this::allocation));
        plan.shared().forEach(array -> backward.addCode(allocation(array.name(), array.columns())));
        methods.add(backward.build());
        methods.addAll(parts);
        return methods;
    }

    /*
     * Workspace(float[] parameters, int capacity) {
     *     super(TOPOLOGY, capacity);
     *     p = parameters;
     *     hidden1Z = new float[capacity * HIDDEN1_UNITS];
     *     ...
     * }
     */
    private List<MethodSpec> ofEveryUse() {
        MethodSpec.Builder constructor =
                constructor().addParameter(int.class, "capacity").addStatement("super(TOPOLOGY, capacity)");
        return addForward(constructor, "allocateForward", this::allocation);
    }

    /*
     * /** For predictions alone, after which nothing goes back: an array serves again once all have read it. *\/
     * Workspace(float[] parameters, PredictionCapacity predictions) {
     *     super(TOPOLOGY, predictions);
     *     int capacity = predictions.rows();
     *     p = parameters;
     *     hidden1Z = new float[capacity * HIDDEN1_UNITS];
     *     hidden1A = new float[capacity * HIDDEN1_UNITS];
     *     hidden2Z = hidden1Z;
     *     ...
     * }
     */
    private List<MethodSpec> ofPredictions() {
        MethodSpec.Builder constructor = constructor()
                .addJavadoc(
                        "For predictions alone, after which nothing goes back: an array serves again once all have read it.\n")
                .addParameter(RuntimeTypes.PREDICTION_CAPACITY, "predictions")
                .addStatement("super(TOPOLOGY, predictions)")
                .addStatement("int capacity = predictions.rows()");
        return addForward(constructor, "allocatePredictions", this::sharedAllocation);
    }

    private MethodSpec.Builder constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        return plan.hasParameters() ? constructor.addParameter(float[].class, "parameters") : constructor;
    }

    /** Adds the arrays of the way forward; returns the constructor and what it is split into. */
    private List<MethodSpec> addForward(
            MethodSpec.Builder constructor, String name, Function<PlannedArray, CodeBlock> allocation) {
        if (plan.hasParameters()) {
            constructor.addStatement("p = parameters");
        }
        plan.inputs().forEach(input -> constructor.addCode(allocation.apply(input.array())));
        List<MethodSpec> methods = new ArrayList<>(addLayers(
                constructor,
                name,
                layer -> allocations(layer.arrays().forward(), allocation).toBuilder()
                        .add(statistics(layer))
                        .build()));
        if (!plan.model().hasOneHead()) {
            constructor.addCode(new HeadsEmitter(plan).allocation());
        }
        methods.add(0, constructor.build());
        return methods;
    }

    /*
     * /** Layer hidden1, capacity x 128. *\/
     * private final float[] hidden1Z;
     * private final float[] hidden1A;
     * private float[] hidden1Dz = {};
     * private float[] hidden1Da = {};
     */
    private List<FieldSpec> fields(LayerPlan layer) {
        List<FieldSpec> fields = new ArrayList<>();
        layer.arrays()
                .forward()
                .forEach(array -> fields.add(forwardField(array.name()).build()));
        if (layer.dropsOut()) {
            fields.add(backwardField(layer.arrays().d()).build());
        }
        ownBackwardArrays(layer)
                .forEach(array -> fields.add(backwardField(array.name()).build()));
        if (layer.normalizesBatch()) {
            fields.add(
                    forwardField(RuntimeTypes.BATCH_STATISTICS, layer.arrays().batch())
                            .build());
        }
        FieldSpec first = fields.get(0).toBuilder()
                .addJavadoc(
                        "Layer $L, {@code capacity x $L}$L.\n",
                        layer.layer().name(),
                        layer.layer().preactivation().size(),
                        remark(layer))
                .build();
        fields.set(0, first);
        return fields;
    }

    /*
     * /** One after the other hidden2Da, hidden1Da, capacity x 512. *\/
     * private float[] shared = {};
     */
    private FieldSpec shared(SharedArray array) {
        return backwardField(array.name())
                .addJavadoc(
                        "One after the other $L, {@code capacity x $L}.\n",
                        String.join(", ", array.users()),
                        array.size())
                .build();
    }

    private static String remark(LayerPlan layer) {
        return pooled(layer) + sharing(layer);
    }

    private static String pooled(LayerPlan layer) {
        return layer.pools() ? ", pooled {@code capacity x " + layer.layer().units() + "}" : "";
    }

    private static String sharing(LayerPlan layer) {
        if (layer.isLinear()) {
            return "; z is also a, and dL/dz is also dL/da";
        }
        if (layer.arrays().ownsGiven()) {
            return "; Given is the caller's part of dL/dz";
        }
        return layer.arrays().ownsDa() ? "" : "; dL/da is the caller's";
    }

    /** Those of training and of a backward pass that the layer does not share. */
    private List<PlannedArray> ownBackwardArrays(LayerPlan layer) {
        return layer.arrays().backward().stream()
                .filter(array ->
                        plan.shared().stream().noneMatch(shared -> shared.name().equals(array.name())))
                .toList();
    }

    private FieldSpec.Builder forwardField(String name) {
        return forwardField(ArrayTypeName.of(TypeName.FLOAT), name);
    }

    private FieldSpec.Builder forwardField(TypeName type, String name) {
        FieldSpec.Builder field = FieldSpec.builder(type, name, Modifier.PRIVATE);
        return isDeep ? field : field.addModifiers(Modifier.FINAL);
    }

    private FieldSpec.Builder backwardField(String name) {
        FieldSpec.Builder field = FieldSpec.builder(float[].class, name, Modifier.PRIVATE);
        return isDeep ? field : field.initializer("{}");
    }

    private List<MethodSpec> addLayers(
            MethodSpec.Builder method, String name, Function<LayerPlan, CodeBlock> allocation) {
        MethodSpec part = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "capacity")
                .build();
        return MethodParts.add(method, part, MethodGroups.ofAllocations(plan), group -> {
            CodeBlock.Builder code = CodeBlock.builder();
            plan.layers().subList(group.from(), group.to()).forEach(layer -> code.add(allocation.apply(layer)));
            return code.build();
        });
    }

    private static CodeBlock allocations(List<PlannedArray> arrays, Function<PlannedArray, CodeBlock> allocation) {
        CodeBlock.Builder code = CodeBlock.builder();
        arrays.forEach(array -> code.add(allocation.apply(array)));
        return code.build();
    }

    private CodeBlock statistics(LayerPlan layer) {
        return layer.normalizesBatch()
                ? CodeBlock.builder()
                        .addStatement("$L = statistics($L)", layer.arrays().batch(), plan.normalizedBefore(layer))
                        .build()
                : CodeBlock.of("");
    }

    private CodeBlock allocation(PlannedArray array) {
        return allocation(array.name(), array.columns());
    }

    private CodeBlock allocation(String name, String columns) {
        return CodeBlock.builder()
                .addStatement(
                        "$L = new float[capacity$L]", name, columns.equals(PlannedArray.ONE) ? "" : " * " + columns)
                .build();
    }

    /** The first of those that share an array allocates it, as wide as the widest of them. */
    private CodeBlock sharedAllocation(PlannedArray array) {
        Optional<SharedArray> shared = plan.predictions().with(array);
        if (shared.isEmpty()) {
            return allocation(array);
        }
        String first = shared.get().name();
        if (!first.equals(array.name())) {
            return CodeBlock.builder()
                    .addStatement("$L = $L", array.name(), first)
                    .build();
        }
        String columns = shared.get().columns();
        String remark = columns.equals(array.columns()) ? "" : "// wide enough for all that it serves later\n";
        return CodeBlock.builder().add(remark).add(allocation(first, columns)).build();
    }
}
