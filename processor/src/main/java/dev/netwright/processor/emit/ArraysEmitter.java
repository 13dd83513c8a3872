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
import dev.netwright.processor.plan.Range;
import dev.netwright.processor.plan.SharedArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.lang.model.element.Modifier;

/**
 * Writes the arrays of a pass and what allocates them. Fields are final or start as empty arrays, so that checkers of nulls
 * are content; but in a network of so many layers that its constructor would outgrow the budget, they are neither.
 */
final class ArraysEmitter {
    /** Columns of an array with one value a sample. */
    private static final String ONE = "1";

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
        List<MethodSpec> methods = new ArrayList<>();
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        if (plan.hasParameters()) {
            constructor.addParameter(float[].class, "parameters");
        }
        constructor.addParameter(int.class, "capacity").addStatement("super(TOPOLOGY, capacity)");
        if (plan.hasParameters()) {
            constructor.addStatement("p = parameters");
        }
        plan.inputs().forEach(input -> allocate(input.values(), input, constructor));
        methods.addAll(allocate(constructor, "allocateForward", this::allocateForward));
        if (!plan.model().hasOneHead()) {
            constructor.addCode(new HeadsEmitter(plan).allocation());
        }
        methods.add(0, constructor.build());
        MethodSpec.Builder backward = MethodSpec.methodBuilder("allocateBackward")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(int.class, "capacity");
        plan.inputs().forEach(input -> allocate(input.gradients(), input, backward));
        List<MethodSpec> parts =
                allocate(backward, "allocateBackward", (layer, code) -> allocate(ownBackwardArrays(layer), code));
        plan.shared()
                .forEach(
                        array -> backward.addStatement("$L = new float[capacity * $L]", array.name(), array.columns()));
        methods.add(backward.build());
        methods.addAll(parts);
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
        forwardArrays(layer)
                .forEach((name, columns) -> fields.add(forwardField(name).build()));
        if (layer.dropsOut()) {
            fields.add(backwardField(layer.arrays().d()).build());
        }
        ownBackwardArrays(layer)
                .forEach((name, columns) -> fields.add(backwardField(name).build()));
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

    /** The arrays of a forward pass, in the order in which they are computed, with their columns. */
    private static Map<String, String> forwardArrays(LayerPlan layer) {
        Map<String, String> arrays = new LinkedHashMap<>();
        if (layer.arrays().ownsX()) {
            arrays.put(layer.arrays().x(), layer.inputsConstant());
        }
        arrays.put(layer.arrays().z(), layer.zColumns());
        if (layer.normalizes()) {
            arrays.put(layer.arrays().normalized(), layer.zColumns());
        }
        if (layer.normalizes() && !layer.normalizesBatch()) {
            arrays.put(layer.arrays().inverseDeviations(), ONE);
        }
        arrays.put(layer.arrays().a(), layer.zColumns());
        if (layer.pools()) {
            arrays.put(layer.arrays().p(), layer.names().units());
        }
        if (layer.residual().isPresent()) {
            arrays.put(layer.arrays().y(), layer.names().units());
        }
        return arrays;
    }

    /** Those of training and of a backward pass that the layer does not share. */
    private Map<String, String> ownBackwardArrays(LayerPlan layer) {
        Map<String, String> own = backwardArrays(layer);
        plan.shared().forEach(array -> own.remove(array.name()));
        return own;
    }

    /** Those of training and of a backward pass. */
    private static Map<String, String> backwardArrays(LayerPlan layer) {
        Map<String, String> arrays = new LinkedHashMap<>();
        if (layer.dropsOut()) {
            arrays.put(layer.arrays().mask(), layer.names().units());
            arrays.put(layer.arrays().dropped(), layer.names().units());
        }
        arrays.put(layer.arrays().dz(), layer.zColumns());
        if (layer.arrays().ownsGiven()) {
            arrays.put(layer.arrays().given(), layer.zColumns());
        }
        arrays.put(layer.arrays().du(), layer.zColumns());
        if (layer.arrays().ownsDa()) {
            arrays.put(layer.arrays().da(), layer.zColumns());
        }
        if (layer.pools()) {
            arrays.put(layer.arrays().dp(), layer.names().units());
        }
        if (layer.arrays().ownsDy()) {
            arrays.put(layer.arrays().dy(), layer.names().units());
        }
        if (layer.arrays().ownsDx()) {
            arrays.put(layer.arrays().dx(), layer.inputsConstant());
        }
        if (layer.arrays().ownsPart()) {
            arrays.put(layer.arrays().part(), layer.inputsConstant());
        }
        return arrays;
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

    private List<MethodSpec> allocate(
            MethodSpec.Builder method, String name, BiConsumer<LayerPlan, CodeBlock.Builder> allocation) {
        MethodSpec part = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "capacity")
                .build();
        return MethodParts.add(method, part, MethodGroups.ofAllocations(plan), group -> statements(group, allocation));
    }

    private CodeBlock statements(Range group, BiConsumer<LayerPlan, CodeBlock.Builder> allocation) {
        CodeBlock.Builder code = CodeBlock.builder();
        plan.layers().subList(group.from(), group.to()).forEach(layer -> allocation.accept(layer, code));
        return code.build();
    }

    private void allocateForward(LayerPlan layer, CodeBlock.Builder code) {
        allocate(forwardArrays(layer), code);
        if (layer.normalizesBatch()) {
            code.addStatement("$L = statistics($L)", layer.arrays().batch(), plan.normalizedBefore(layer));
        }
    }

    private static void allocate(String array, InputPlan input, MethodSpec.Builder method) {
        method.addStatement("$L = new float[capacity * $L]", array, input.columns());
    }

    private static void allocate(Map<String, String> arrays, CodeBlock.Builder code) {
        arrays.forEach((name, columns) ->
                code.addStatement("$L = new float[capacity$L]", name, columns.equals(ONE) ? "" : " * " + columns));
    }
}
