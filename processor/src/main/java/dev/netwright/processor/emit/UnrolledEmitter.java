package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.netwright.processor.model.DenseLayer;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.Range;

/**
 * Writes straight-line arithmetic. In its names {@code w2_1} is the weight from input 2 to unit 1, and {@code x2},
 * {@code z1}, {@code dz1} are that input, that unit's pre-activation and its dL/dz. Every statement has one operation:
 * deep expressions overflow javac's stack. Sums have the order that the kernels keep.
 */
final class UnrolledEmitter {
    private UnrolledEmitter() {}

    /*
     * // W and b
     * float w0_0 = p[HIDDEN_WEIGHTS];
     * float b0 = p[HIDDEN_BIASES];
     * // z = x·W + b
     * for (int r = 0; r < rows; r++) {
     *     int xAt = inputOffset + r * INPUTS;
     *     float x0 = inputs[xAt];
     *     int zAt = r * HIDDEN_UNITS;
     *     float z0 = b0;
     *     z0 = Math.fma(x0, w0_0, z0);
     *     hiddenZ[zAt] = z0;
     * }
     */
    static CodeBlock forward(LayerPlan plan, Range units) {
        DenseLayer layer = plan.layer();
        CodeBlock.Builder code = CodeBlock.builder();
        code.add(layer.bias() ? "// W and b$L\n" : "// W$L\n", of("unit", units, layer.units()));
        readWeights(code, plan, new Range(0, layer.inputs()), units);
        for (int j = units.from(); layer.bias() && j < units.to(); j++) {
            code.addStatement("float b$L = p[$L]", j, at(plan.names().biases(), j));
        }
        code.add("// $L\n", Formulas.preactivation(layer));
        code.beginControlFlow("for (int r = 0; r < rows; r++)");
        readInputs(code, plan);
        code.addStatement("int zAt = r * $L", plan.names().units());
        for (int j = units.from(); j < units.to(); j++) {
            code.addStatement("float z$L = $L", j, layer.bias() ? "b" + j : "0f");
            for (int i = 0; i < layer.inputs(); i++) {
                code.addStatement("z$L = $T.fma(x$L, w$L_$L, z$L)", j, Math.class, i, i, j, j);
            }
            code.addStatement("$L[$L] = z$L", plan.z(), at("zAt", j), j);
        }
        return code.endControlFlow().build();
    }

    /*
     * // dW = xᵀ·dL/dz, db = Σ dL/dz
     * float dw0_0 = 0f;
     * float db0 = 0f;
     * for (int r = 0; r < rows; r++) {
     *     ...
     *     dw0_0 = Math.fma(x0, dz0, dw0_0);
     *     db0 += dz0;
     * }
     * gradients[HIDDEN_WEIGHTS] = dw0_0;
     * gradients[HIDDEN_BIASES] = db0;
     */
    static CodeBlock parameterGradients(LayerPlan plan, Range units) {
        DenseLayer layer = plan.layer();
        CodeBlock.Builder code = CodeBlock.builder();
        String biases = layer.bias() ? ", " + Formulas.BIAS_GRADIENTS : "";
        code.add("// $L$L$L\n", Formulas.WEIGHT_GRADIENTS, biases, of("unit", units, layer.units()));
        for (int i = 0; i < layer.inputs(); i++) {
            for (int j = units.from(); j < units.to(); j++) {
                code.addStatement("float dw$L_$L = 0f", i, j);
            }
        }
        for (int j = units.from(); layer.bias() && j < units.to(); j++) {
            code.addStatement("float db$L = 0f", j);
        }
        code.beginControlFlow("for (int r = 0; r < rows; r++)");
        readInputs(code, plan);
        readDeltas(code, plan, units);
        for (int i = 0; i < layer.inputs(); i++) {
            for (int j = units.from(); j < units.to(); j++) {
                code.addStatement("dw$L_$L = $T.fma(x$L, dz$L, dw$L_$L)", i, j, Math.class, i, j, i, j);
            }
        }
        for (int j = units.from(); layer.bias() && j < units.to(); j++) {
            code.addStatement("db$L += dz$L", j, j);
        }
        code.endControlFlow();
        for (int i = 0; i < layer.inputs(); i++) {
            for (int j = units.from(); j < units.to(); j++) {
                code.addStatement("gradients[$L] = dw$L_$L", weightAt(plan, i, j), i, j);
            }
        }
        for (int j = units.from(); layer.bias() && j < units.to(); j++) {
            code.addStatement("gradients[$L] = db$L", at(plan.names().biases(), j), j);
        }
        return code.build();
    }

    /*
     * // dL/dx = dL/dz·Wᵀ, which is dL/da of layer hidden1
     * float w0_0 = p[HIDDEN_WEIGHTS];
     * for (int r = 0; r < rows; r++) {
     *     ...
     *     int dxAt = r * INPUTS;
     *     float dx0 = 0f;
     *     dx0 = Math.fma(dz0, w0_0, dx0);
     *     hidden1Da[dxAt] = dx0;
     * }
     */
    static CodeBlock inputGradients(LayerPlan plan, Range inputs, InputGradients target) {
        DenseLayer layer = plan.layer();
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("// $L$L\n", target.formula(), of("input", inputs, layer.inputs()));
        Range units = new Range(0, layer.units());
        readWeights(code, plan, inputs, units);
        code.beginControlFlow("for (int r = 0; r < rows; r++)");
        readDeltas(code, plan, units);
        code.addStatement("int dxAt = r * $L", plan.inputsConstant());
        for (int i = inputs.from(); i < inputs.to(); i++) {
            code.addStatement("float dx$L = 0f", i);
            for (int j = 0; j < layer.units(); j++) {
                code.addStatement("dx$L = $T.fma(dz$L, w$L_$L, dx$L)", i, Math.class, j, i, j, i);
            }
            code.addStatement("$L[$L] = dx$L", target.array(), at("dxAt", i), i);
        }
        return code.endControlFlow().build();
    }

    private static void readWeights(CodeBlock.Builder code, LayerPlan plan, Range inputs, Range units) {
        for (int i = inputs.from(); i < inputs.to(); i++) {
            for (int j = units.from(); j < units.to(); j++) {
                code.addStatement("float w$L_$L = p[$L]", i, j, weightAt(plan, i, j));
            }
        }
    }

    private static void readInputs(CodeBlock.Builder code, LayerPlan plan) {
        code.addStatement(
                plan.isFirst() ? "int xAt = inputOffset + r * $L" : "int xAt = r * $L", plan.inputsConstant());
        for (int i = 0; i < plan.layer().inputs(); i++) {
            code.addStatement("float x$L = $L[$L]", i, plan.inputField(), at("xAt", i));
        }
    }

    private static void readDeltas(CodeBlock.Builder code, LayerPlan plan, Range units) {
        code.addStatement("int dzAt = r * $L", plan.names().units());
        for (int j = units.from(); j < units.to(); j++) {
            code.addStatement("float dz$L = $L[$L]", j, plan.dz(), at("dzAt", j));
        }
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

    /** What a comment adds where a method has a part of the units or inputs. */
    private static String of(String what, Range range, int all) {
        if (range.to() - range.from() == all) {
            return "";
        }
        return range.to() - range.from() == 1
                ? ", " + what + " " + range.from()
                : ", " + what + "s " + range.from() + " to " + (range.to() - 1);
    }
}
