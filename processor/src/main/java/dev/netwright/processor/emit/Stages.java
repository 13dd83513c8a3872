package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.MethodGroups;
import dev.netwright.processor.plan.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javax.lang.model.element.Modifier;

/**
 * One direction in stages: a layer that is normalised over the batch ends one, since mean and variance, or the sums of their gradients, need
 * all rows of the batch, and begins the next.
 *
 * @param first  the methods of the first stage, which is the only one where no layer is normalised over the batch
 * @param others what begins each of the others, and its methods
 */
record Stages(List<String> first, List<Stage> others) {
    /** From a layer on. */
    record Stage(LayerPlan layer, List<String> methods) {}

    /**
     * The stages of some layers in the order of a direction.
     *
     * @param before how the names of methods begin that go through a layer, or as far as its end of a stage
     * @param after  how those begin that go on from there
     */
    static Stages of(List<LayerPlan> layers, String before, String after) {
        List<String> first = new ArrayList<>();
        List<Stage> others = new ArrayList<>();
        List<String> current = first;
        for (LayerPlan layer : layers) {
            current.add(before + layer.names().method());
            if (layer.normalizesBatch()) {
                current = new ArrayList<>(List.of(after + layer.names().method()));
                others.add(new Stage(layer, current));
            }
        }
        return new Stages(first, others);
    }

    /*
     * @Override
     * protected void continueForward(int normalized, int rows) {
     *     switch (normalized) {
     *         case 0 -> continueForward0(rows);
     *         default -> continueForward1(rows);
     *     }
     * }
     */
    List<MethodSpec> choice(String name, IntUnaryOperator numbers) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(int.class, "normalized")
                .addParameter(int.class, "rows");
        MethodSpec part = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "normalized")
                .addParameter(int.class, "rows")
                .build();
        List<Range> groups = MethodGroups.ofStages(others.size());
        List<MethodSpec> methods = new ArrayList<>(
                MethodParts.add(method, part, groups, group -> cases(name, numbers, group, groups.size() == 1)));
        methods.add(0, method.build());
        return methods;
    }

    /** Of several groups one has the stage, and the others do nothing. */
    private static CodeBlock cases(String name, IntUnaryOperator numbers, Range group, boolean areAll) {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (normalized)");
        for (int i = group.from(); i < group.to(); i++) {
            int number = numbers.applyAsInt(i);
            boolean isDefault = areAll && i == group.to() - 1;
            code.add("$L -> $L$L(rows);\n", isDefault ? "default" : "case " + number, name, number);
        }
        return (areAll ? code : code.add("default -> {\n}\n")).endControlFlow().build();
    }
}
