package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
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
        this.isDeep = plan.allocationGroups().size() > 1;
    }

    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        fields.add(FieldSpec.builder(float[].class, "p", Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("The network's live parameters.\n")
                .build());
        plan.layers().forEach(layer -> fields.addAll(fields(layer)));
        return fields;
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(float[].class, "parameters")
                .addParameter(int.class, "capacity")
                .addStatement("super(TOPOLOGY, capacity)")
                .addStatement("p = parameters");
        methods.addAll(allocate(constructor, "allocateForward", this::allocateForward));
        methods.add(0, constructor.build());
        MethodSpec.Builder backward = MethodSpec.methodBuilder("allocateBackward")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(int.class, "capacity");
        List<MethodSpec> parts = allocate(backward, "allocateBackward", this::allocateBackward);
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
        fields.add(forwardField(layer.z())
                .addJavadoc(
                        "Layer $L, {@code capacity x $L}$L.\n",
                        layer.layer().name(),
                        layer.layer().units(),
                        remark(layer))
                .build());
        if (!layer.isLinear()) {
            fields.add(forwardField(layer.a()).build());
        }
        fields.add(backwardField(layer.dz()).build());
        if (layer.ownsDa()) {
            fields.add(backwardField(layer.da()).build());
        }
        return fields;
    }

    private static String remark(LayerPlan layer) {
        if (layer.isLinear()) {
            return "; z is also a, and dL/dz is also dL/da";
        }
        return layer.isLast() ? "; dL/da is the caller's" : "";
    }

    private FieldSpec.Builder forwardField(String name) {
        FieldSpec.Builder field = FieldSpec.builder(float[].class, name, Modifier.PRIVATE);
        return isDeep ? field : field.addModifiers(Modifier.FINAL);
    }

    private FieldSpec.Builder backwardField(String name) {
        FieldSpec.Builder field = FieldSpec.builder(float[].class, name, Modifier.PRIVATE);
        return isDeep ? field : field.initializer("{}");
    }

    private List<MethodSpec> allocate(
            MethodSpec.Builder method, String name, BiConsumer<LayerPlan, CodeBlock.Builder> statements) {
        MethodSpec part = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "capacity")
                .build();
        return MethodParts.add(method, part, plan.allocationGroups(), group -> statements(group, statements));
    }

    private CodeBlock statements(Range group, BiConsumer<LayerPlan, CodeBlock.Builder> statements) {
        CodeBlock.Builder code = CodeBlock.builder();
        plan.layers().subList(group.from(), group.to()).forEach(layer -> statements.accept(layer, code));
        return code.build();
    }

    private void allocateForward(LayerPlan layer, CodeBlock.Builder code) {
        allocate(layer.z(), layer, code);
        if (!layer.isLinear()) {
            allocate(layer.a(), layer, code);
        }
    }

    private void allocateBackward(LayerPlan layer, CodeBlock.Builder code) {
        allocate(layer.dz(), layer, code);
        if (layer.ownsDa()) {
            allocate(layer.da(), layer, code);
        }
    }

    private static void allocate(String array, LayerPlan layer, CodeBlock.Builder code) {
        code.addStatement("$L = new float[capacity * $L]", array, layer.names().units());
    }
}
