package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.netwright.annotations.Merge;
import dev.netwright.processor.plan.Contribution;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.Operand;
import java.util.List;

/** Writes how a layer makes one input of what it reads, and how it hands the gradient of that back. */
final class MergeEmitter {
    private MergeEmitter() {}

    /*
     * // x = [hidden1, input]
     * Merging.copyColumns(hidden1A, 0, HIDDEN1_UNITS, 0, joinX, 0, JOIN_INPUTS, 0, HIDDEN1_UNITS, rows);
     * Merging.copyColumns(inputs, inputOffset, INPUTS, 0, joinX, 0, JOIN_INPUTS, HIDDEN1_UNITS, INPUTS, rows);
     */
    static CodeBlock forward(LayerPlan plan) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!plan.layer().isMerging()) {
            return code.build();
        }
        code.add("// $L\n", Formulas.merge(plan));
        List<Operand> sources = plan.sources();
        if (plan.layer().merge() == Merge.CONCATENATE) {
            for (int i = 0; i < sources.size(); i++) {
                Operand source = sources.get(i);
                code.addStatement(
                        "$T.copyColumns($L, $L, $L, 0,$W$L, 0, $L, $L,$W$L, $L)",
                        RuntimeTypes.MERGING,
                        source.array(),
                        source.offset(),
                        merged(plan, source.columns()),
                        plan.arrays().x(),
                        merged(plan, plan.inputsConstant()),
                        columnsBefore(plan, i),
                        merged(plan, source.columns()),
                        rows(plan));
            }
            return code.build();
        }
        String operation = plan.layer().merge() == Merge.ADD ? "add" : "multiply";
        Operand first = sources.get(0);
        code.add(elementwise(
                operation,
                first.array(),
                first.offset(),
                sources.get(1),
                plan.arrays().x(),
                plan));
        for (Operand source : sources.subList(2, sources.size())) {
            code.add(elementwise(
                    operation, plan.arrays().x(), "0", source, plan.arrays().x(), plan));
        }
        return code.build();
    }

    /*
     * // y = a + hidden1
     * Merging.add(hidden2A, 0, hidden1A, 0, hidden2Y, 0, rows * HIDDEN2_UNITS);
     */
    static CodeBlock residual(LayerPlan plan) {
        return plan.residual()
                .map(residual -> CodeBlock.builder()
                        .add("// $L\n", Formulas.residual(plan, residual))
                        .addStatement(
                                "$T.add($L, 0, $L, $L,$W$L, 0, rows * $L)",
                                RuntimeTypes.MERGING,
                                plan.arrays().d(),
                                residual.array(),
                                residual.offset(),
                                plan.arrays().y(),
                                plan.names().units())
                        .build())
                .orElse(CodeBlock.of(""));
    }

    /*
     * // dL/da of hidden1 += dL/dx
     * Merging.add(hidden2Dx, 0, hidden1Da, 0, hidden1Da, 0, rows * HIDDEN1_UNITS);
     */
    static CodeBlock contribution(LayerPlan plan, Contribution part) {
        Operand to = part.to();
        CodeBlock.Builder code = CodeBlock.builder().add("// $L\n", Formulas.contribution(plan, part));
        if (part.isResidual()) {
            return code.add(store(plan.arrays().dy(), part)).build();
        }
        if (plan.isProduct(part)) {
            return code.add(product(plan, part)).build();
        }
        if (plan.layer().isMerging() && plan.layer().merge() == Merge.CONCATENATE) {
            code.addStatement(
                    "$T.$L($L, 0, $L, $L,$W$L, 0, $L, 0,$W$L, $L)",
                    RuntimeTypes.MERGING,
                    part.adds() ? "addColumns" : "copyColumns",
                    plan.arrays().dx(),
                    merged(plan, plan.inputsConstant()),
                    columnsBefore(plan, part.index()),
                    to.gradients(),
                    merged(plan, to.columns()),
                    merged(plan, to.columns()),
                    rows(plan));
            return code.build();
        }
        return code.add(store(plan.arrays().dx(), part)).build();
    }

    /** dL/dx times all other factors. */
    private static CodeBlock product(LayerPlan plan, Contribution part) {
        CodeBlock.Builder code = CodeBlock.builder();
        String product = part.adds() ? plan.arrays().part() : part.to().gradients();
        String left = plan.arrays().dx();
        for (int i = 0; i < plan.sources().size(); i++) {
            if (i != part.index()) {
                code.add(elementwise("multiply", left, "0", plan.sources().get(i), product, plan));
                left = product;
            }
        }
        return part.adds() ? code.add(store(product, part)).build() : code.build();
    }

    private static CodeBlock store(String gradients, Contribution part) {
        String target = part.to().gradients();
        String columns = part.to().columns();
        return part.adds()
                ? CodeBlock.builder()
                        .addStatement(
                                "$T.add($L, 0, $L, 0,$W$L, 0, rows * $L)",
                                RuntimeTypes.MERGING,
                                gradients,
                                target,
                                target,
                                columns)
                        .build()
                : CodeBlock.builder()
                        .addStatement(
                                "$T.arraycopy($L, 0, $L, 0,$Wrows * $L)", System.class, gradients, target, columns)
                        .build();
    }

    private static CodeBlock elementwise(
            String operation, String left, String leftOffset, Operand right, String result, LayerPlan plan) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.$L($L, $L, $L, $L,$W$L, 0, rows * $L)",
                        RuntimeTypes.MERGING,
                        operation,
                        left,
                        leftOffset,
                        right.array(),
                        right.offset(),
                        result,
                        plan.inputsConstant())
                .build();
    }

    private static CodeBlock columnsBefore(LayerPlan plan, int index) {
        if (index == 0) {
            return CodeBlock.of("0");
        }
        CodeBlock sum = plan.sources().subList(0, index).stream()
                .map(source -> CodeBlock.of("$L", source.columns()))
                .collect(CodeBlock.joining(" + "));
        if (!isByPixel(plan)) {
            return sum;
        }
        // A layer's name may have what would be a placeholder in the text of a block.
        CodeBlock columns = index > 1 ? CodeBlock.of("($L)", sum) : sum;
        return CodeBlock.of("$L / $L", columns, plan.names().pixels());
    }

    /** Columns, or where channels are merged pixel by pixel the channels. */
    private static String merged(LayerPlan plan, String columns) {
        return isByPixel(plan) ? columns + " / " + plan.names().pixels() : columns;
    }

    private static String rows(LayerPlan plan) {
        return isByPixel(plan) ? "rows * " + plan.names().pixels() : "rows";
    }

    private static boolean isByPixel(LayerPlan plan) {
        return plan.layer().mergedPixels() > 1;
    }
}
