package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.plan.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes the nested class of a network: one thread's arrays, and the methods of both directions in reading order. */
final class WorkspaceEmitter {
    private final NetworkPlan plan;

    WorkspaceEmitter(NetworkPlan plan) {
        this.plan = plan;
    }

    TypeSpec workspace() {
        ArraysEmitter arrays = new ArraysEmitter(plan);
        SequenceEmitter sequences = new SequenceEmitter(plan);
        TypeSpec.Builder type = TypeSpec.classBuilder(plan.workspaceName())
                .addJavadoc(javadoc())
                .addModifiers(plan.namesItsEnds() ? Modifier.PUBLIC : Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(RuntimeTypes.GENERATED_PASS)
                .addFields(arrays.fields())
                .addMethods(arrays.methods())
                .addMethods(results())
                .addMethods(sequences.forward());
        if (!plan.inputs().isEmpty()) {
            type.addMethods(new InputsEmitter(plan).ofThePass());
            type.addMethod(new InputsEmitter(plan).split());
        }
        for (LayerPlan layer : plan.layers()) {
            type.addMethods(new ForwardEmitter(layer).methods());
            type.addMethods(FunctionEmitter.forward(layer));
        }
        type.addMethods(sequences.backward());
        plan.fromTheLast().stream()
                .filter(BackwardEmitter::hasDeltas)
                .forEach(layer -> type.addMethods(new BackwardEmitter(layer).deltas()));
        plan.fromTheLast().forEach(layer -> type.addMethods(FunctionEmitter.backward(layer)));
        type.addMethods(sequences.gradients());
        plan.fromTheLast().stream()
                .filter(LayerPlan::hasParameters)
                .forEach(layer -> type.addMethod(new BackwardEmitter(layer).gradients()));
        type.addMethods(sequences.inputGradients());
        return type.build();
    }

    private List<MethodSpec> results() {
        if (plan.model().hasOneHead()) {
            LayerPlan head = plan.outputLayer();
            return List.of(
                    result("outputs", head.arrays().y()),
                    result("logits", head.arrays().logits()));
        }
        HeadsEmitter heads = new HeadsEmitter(plan);
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(result("outputs", "outputs"));
        methods.add(result("logits", heads.logits()));
        methods.addAll(new NamedHeadsEmitter(plan).ofThePass());
        methods.addAll(heads.ofOneHead());
        return methods;
    }

    private CodeBlock javadoc() {
        CodeBlock.Builder text = CodeBlock.builder().add("""
                One thread's arrays, a row for each sample, and the passes over them. Of a layer, Z is z, A is a, Dz is dL/dz and
                Da is dL/da; the last two are empty until the first backward pass.
                """);
        if (!plan.model().isSequence()) {
            text.add("""
                    Where a layer merges X is x, with a residual Y is y = a + r, Dx is dL/dx, and Part is one part of a gradient that is
                    added to others.
                    """);
        }
        if (plan.layers().stream().anyMatch(LayerPlan::pools)) {
            text.add("Where a layer pools, P is p and Dp is dL/dp.\n");
        }
        if (plan.normalizes()) {
            text.add(
                    "Where a layer is normalised, Z is u before it is z, N is n, $Land Du is dL/du.\n",
                    plan.normalizesSamples() ? "Inverse is 1 / √(variance + ε), " : "");
        }
        if (plan.normalizesBatches()) {
            text.add("""
                    Batch has the mean and the variance of a batch, which may be in several passes; so both ways stop where those of all
                    rows are needed.
                    """);
        }
        if (!plan.shared().isEmpty()) {
            text.add("What only the way back needs, and each layer after the other, shares arrays.\n");
        }
        if (plan.predictions().areShared()) {
            text.add(String.format(
                    Locale.ROOT,
                    "In passes that only predict activations share arrays%s: %,d floats a row instead of %,d.\n",
                    plan.shared().isEmpty() ? "" : " too",
                    plan.predictions().together(),
                    plan.predictions().alone()));
        }
        if (plan.dropsOut()) {
            text.add("""
                    D is d, which is a itself or, in training, Dropped, a with some dropped by the factors in Mask.
                    """);
        }
        if (plan.layers().stream().anyMatch(layer -> layer.strategy() instanceof Strategy.Unrolled)) {
            text.add("""

                    <p>For a single sample small layers are written out: w2_1 is the weight from input 2 to unit 1, x2 and z1
                    are that input and that unit's pre-activation, and {@code Math.fma(x2, w2_1, z1)} is x2·w2_1 + z1,
                    rounded once.
                    """);
        }
        return text.build();
    }

    /*
     * @Override
     * public float[] outputs() {
     *     return computed(outputA);
     * }
     */
    private static MethodSpec result(String name, String field) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(float[].class)
                .addStatement("return computed($L)", field)
                .build();
    }
}
