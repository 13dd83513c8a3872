package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.Range;

/**
 * Writes the pre-activations of a single sample as straight-line arithmetic. In its names {@code w2_1} is the weight from
 * input 2 to unit 1, and {@code x2} and {@code z1} are that input and that unit's pre-activation. Every statement has one
 * operation: deep expressions overflow javac's stack. Sums have the order that the kernels keep.
 */
final class UnrolledEmitter {
    private UnrolledEmitter() {}

    /*
     * // x
     * float x0 = inputs[inputOffset];
     * // W and b
     * float w0_0 = p[HIDDEN_WEIGHTS];
     * float b0 = p[HIDDEN_BIASES];
     * // z = x·W + b
     * float z0 = b0;
     * z0 = Math.fma(x0, w0_0, z0);
     * hiddenZ[0] = z0;
     */
    static CodeBlock sample(LayerPlan plan, Range units) {
        LayerModel layer = plan.layer();
        CodeBlock.Builder code = CodeBlock.builder().add("// x\n");
        for (int i = 0; i < layer.inputs(); i++) {
            String place = plan.xOffset().equals("0") ? String.valueOf(i) : at(plan.xOffset(), i);
            code.addStatement("float x$L = $L[$L]", i, plan.arrays().x(), place);
        }
        code.add(layer.bias() ? "// W and b$L\n" : "// W$L\n", of(units, layer.units()));
        for (int i = 0; i < layer.inputs(); i++) {
            for (int j = units.from(); j < units.to(); j++) {
                code.addStatement("float w$L_$L = p[$L]", i, j, weightAt(plan, i, j));
            }
        }
        for (int j = units.from(); layer.bias() && j < units.to(); j++) {
            code.addStatement("float b$L = p[$L]", j, at(plan.names().biases(), j));
        }
        code.add("// $L\n", Formulas.preactivation(plan));
        String z = Formulas.product(plan);
        for (int j = units.from(); j < units.to(); j++) {
            code.addStatement("float $L$L = $L", z, j, layer.bias() ? "b" + j : "0f");
            for (int i = 0; i < layer.inputs(); i++) {
                code.addStatement("$L$L = $T.fma(x$L, w$L_$L, $L$L)", z, j, Math.class, i, i, j, z, j);
            }
            code.addStatement("$L[$L] = $L$L", plan.arrays().z(), j, z, j);
        }
        return code.build();
    }

    /** {@code HIDDEN1_WEIGHTS + 2 * HIDDEN1_UNITS + 1}, one constant to the compiler. */
    private static String weightAt(LayerPlan plan, int input, int unit) {
        String row =
                input == 1 ? plan.names().units() : input + " * " + plan.names().units();
        return at(input == 0 ? plan.names().weights() : plan.names().weights() + " + " + row, unit);
    }

    private static String at(String start, int offset) {
        return offset == 0 ? start : start + " + " + offset;
    }

    /** What a comment adds where a method has a part of the units. */
    private static String of(Range units, int all) {
        if (units.to() - units.from() == all) {
            return "";
        }
        return units.to() - units.from() == 1
                ? ", unit " + units.from()
                : ", units " + units.from() + " to " + (units.to() - 1);
    }
}
