package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.Range;
import dev.netwright.processor.plan.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import javax.lang.model.element.Modifier;

/** Writes the nested class of a network: one thread's arrays, and the methods of both directions in reading order. */
final class WorkspaceEmitter {
    static final String NAME = "Workspace";

    /** Bytes that a layer's array takes to allocate, or its method to call, estimated generously. */
    private static final int BYTES_PER_ALLOCATION = 30;

    private static final int BYTES_PER_CALL = 10;

    private final NetworkPlan plan;

    WorkspaceEmitter(NetworkPlan plan) {
        this.plan = plan;
    }

    TypeSpec workspace() {
        TypeSpec.Builder type = TypeSpec.classBuilder(NAME)
                .addJavadoc("One thread's arrays, a row for each sample, and the passes over them.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(RuntimeTypes.PASS);
        type.addField(FieldSpec.builder(float[].class, "p", Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("The network's live parameters.\n")
                .build());
        plan.layers().forEach(layer -> addArrays(type, layer));
        if (transposedLayers().isEmpty()) {
            type.addMethod(constructor());
        } else {
            type.addField(array("transposed", "Scratch for transposed weights."));
            type.addMethod(constructor());
        }
        allocation("allocateForward", this::allocateForward).forEach(type::addMethod);
        allocation("allocateBackward", this::allocateBackward).forEach(type::addMethod);
        type.addMethod(result("outputs", plan.outputLayer().a()));
        type.addMethod(result("logits", plan.outputLayer().z()));
        forwardSequence().forEach(type::addMethod);
        plan.layers().forEach(layer -> type.addMethods(new ForwardEmitter(layer).methods()));
        backwardSequence().forEach(type::addMethod);
        List<LayerPlan> fromTheLast = new ArrayList<>(plan.layers());
        Collections.reverse(fromTheLast);
        fromTheLast.forEach(layer -> type.addMethods(new BackwardEmitter(layer, before(layer)).methods()));
        type.addMethods(new BackwardEmitter(plan.layers().get(0), List.of()).inputGradientMethods());
        return type.build();
    }

    private List<LayerPlan> before(LayerPlan layer) {
        return layer.isFirst() ? List.of() : List.of(plan.layers().get(layer.position() - 1));
    }

    private List<LayerPlan> transposedLayers() {
        return plan.layers().stream()
                .filter(layer -> layer.strategy() == Strategy.KERNEL)
                .toList();
    }

    /*
     * private float[] hidden1Z;
     */
    private void addArrays(TypeSpec.Builder type, LayerPlan layer) {
        String name = layer.layer().name();
        String shape =
                "of layer " + name + ", {@code capacity x " + layer.layer().units() + "}.";
        type.addField(array(layer.z(), (layer.isLinear() ? "z = a " : "z ") + shape));
        if (!layer.isLinear()) {
            type.addField(array(layer.a(), "a " + shape));
        }
        if (layer.ownsDa()) {
            type.addField(array(layer.da(), "dL/da " + shape));
        }
        type.addField(array(layer.dz(), (layer.isLinear() ? "dL/dz = dL/da " : "dL/dz ") + shape));
    }

    private static FieldSpec array(String name, String javadoc) {
        return FieldSpec.builder(float[].class, name, Modifier.PRIVATE)
                .addJavadoc("$L\n", javadoc)
                .initializer("{}")
                .build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addParameter(float[].class, "parameters")
                .addParameter(int.class, "capacity")
                .addStatement("super(TOPOLOGY, capacity)")
                .addStatement("this.p = parameters")
                .addStatement("allocateForward(capacity)")
                .build();
    }

    private void allocateForward(LayerPlan layer, CodeBlock.Builder code) {
        code.addStatement(
                "$L = new float[capacity * $L]", layer.z(), layer.names().units());
        if (!layer.isLinear()) {
            code.addStatement(
                    "$L = new float[capacity * $L]", layer.a(), layer.names().units());
        }
    }

    private void allocateBackward(LayerPlan layer, CodeBlock.Builder code) {
        if (layer.ownsDa()) {
            code.addStatement(
                    "$L = new float[capacity * $L]", layer.da(), layer.names().units());
        }
        code.addStatement(
                "$L = new float[capacity * $L]", layer.dz(), layer.names().units());
    }

    private List<MethodSpec> allocation(String name, BiConsumer<LayerPlan, CodeBlock.Builder> statements) {
        boolean isBackward = name.equals("allocateBackward");
        MethodSpec.Builder method = isBackward ? override(name, Modifier.PROTECTED) : member(name);
        method.addParameter(int.class, "capacity");
        List<MethodSpec> methods = split(method, name, plan.layers(), BYTES_PER_ALLOCATION, "capacity", statements);
        if (isBackward && !transposedLayers().isEmpty()) {
            MethodSpec.Builder withScratch = methods.get(0).toBuilder();
            LayerPlan largest = transposedLayers().stream()
                    .max((left, right) -> Integer.compare(
                            left.layer().weightCount(), right.layer().weightCount()))
                    .orElseThrow();
            withScratch.addStatement(
                    "transposed = new float[$T.inputGradientScratch($L, $L)]",
                    RuntimeTypes.KERNELS,
                    largest.inputsConstant(),
                    largest.names().units());
            methods.set(0, withScratch.build());
        }
        return methods;
    }

    /*
     * @Override
     * protected void computeForward(int rows) {
     *     forwardHidden1(rows);
     *     forwardOutput(rows);
     * }
     */
    private List<MethodSpec> forwardSequence() {
        MethodSpec.Builder method =
                override("computeForward", Modifier.PROTECTED).addParameter(int.class, "rows");
        return split(
                method,
                "computeForward",
                plan.layers(),
                BYTES_PER_CALL,
                "rows",
                (layer, code) ->
                        code.addStatement("forward$L(rows)", layer.names().method()));
    }

    /*
     * @Override
     * protected void computeBackward(float[] outputGradients, int rows) {
     *     deltaOutput(outputGradients, rows);
     *     backwardLayers(rows);
     * }
     */
    private List<MethodSpec> backwardSequence() {
        LayerPlan last = plan.outputLayer();
        List<MethodSpec> methods = new ArrayList<>();
        MethodSpec.Builder fromOutputs = override("computeBackward", Modifier.PROTECTED)
                .addParameter(float[].class, "outputGradients")
                .addParameter(int.class, "rows");
        if (last.isLinear()) {
            fromOutputs.addStatement("computeBackwardFromLogits(outputGradients, rows)");
        } else {
            fromOutputs.addStatement(
                    "delta$L(outputGradients, rows)", last.names().method());
            fromOutputs.addStatement("backwardLayers(rows)");
        }
        methods.add(fromOutputs.build());
        methods.add(override("computeBackwardFromLogits", Modifier.PROTECTED)
                .addParameter(float[].class, "logitGradients")
                .addParameter(int.class, "rows")
                .addStatement(
                        "System.arraycopy(logitGradients, 0, $L, 0, rows * $L)",
                        last.dz(),
                        last.names().units())
                .addStatement("backwardLayers(rows)")
                .build());
        List<LayerPlan> fromTheLast = new ArrayList<>(plan.layers());
        Collections.reverse(fromTheLast);
        MethodSpec.Builder layers = member("backwardLayers")
                .addJavadoc("From dL/dz of the last layer, layer by layer, to the gradients of all parameters.\n")
                .addParameter(int.class, "rows");
        methods.addAll(split(layers, "backwardLayers", fromTheLast, 2 * BYTES_PER_CALL, "rows", (layer, code) -> {
            if (!layer.isLast() && !layer.isLinear()) {
                code.addStatement("delta$L(rows)", layer.names().method());
            }
            code.addStatement("backward$L(rows)", layer.names().method());
        }));
        return methods;
    }

    /** One method where the statements of all layers fit the budget, otherwise one that calls a method for each group. */
    private List<MethodSpec> split(
            MethodSpec.Builder method,
            String name,
            List<LayerPlan> layers,
            int bytesEach,
            String argument,
            BiConsumer<LayerPlan, CodeBlock.Builder> statements) {
        List<Range> groups = plan.layerGroups(bytesEach);
        List<MethodSpec> methods = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            CodeBlock.Builder code = CodeBlock.builder();
            layers.subList(groups.get(i).from(), groups.get(i).to()).forEach(layer -> statements.accept(layer, code));
            if (groups.size() == 1) {
                method.addCode(code.build());
            } else {
                method.addStatement("$LPart$L($L)", name, i + 1, argument);
                methods.add(member(name + "Part" + (i + 1))
                        .addParameter(int.class, argument)
                        .addCode(code.build())
                        .build());
            }
        }
        methods.add(0, method.build());
        return methods;
    }

    private static MethodSpec result(String name, String field) {
        return override(name, Modifier.PUBLIC)
                .returns(float[].class)
                .addStatement("return $L", field)
                .build();
    }

    private static MethodSpec.Builder member(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
    }

    private static MethodSpec.Builder override(String name, Modifier visibility) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(visibility);
    }
}
