package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.netwright.processor.model.DenseLayer;
import dev.netwright.processor.plan.LayerPlan;
import dev.netwright.processor.plan.Range;

/**
 * Writes straight-line arithmetic. In its names {@code w2_1} is the weight from input 2 to unit 1, and {@code x2},
 * {@code z1}, {@code d1} are that input, that unit's pre-activation and its dL/dz. Every statement has one operation:
 * deep expressions overflow javac's stack. Sums have the order that the kernels keep.
 */
final class UnrolledEmitter {
    private UnrolledEmitter() {}

    /*
     * final float w0_0 = p[HIDDEN_WEIGHTS];
     * final float b0 = p[HIDDEN_BIASES];
     * for (int r = 0; r < rows; r++) {
     *     final int x = inputOffset + r * INPUTS;
     *     final int z = r * HIDDEN_UNITS;
     *     final float x0 = inputs[x];
     *     float z0 = b0;
     *     z0 = Math.fma(x0, w0_0, z0);
     *     hiddenZ[z] = z0;
     * }
     */
    static CodeBlock forward(LayerPlan plan, Range units) {
        DenseLayer layer = plan.layer();
        CodeBlock.Builder code = CodeBlock.builder();
        readWeights(code, plan, new Range(0, layer.inputs()), units);
        if (layer.bias()) {
            for (int j = units.from(); j < units.to(); j++) {
                code.addStatement("final float b$L = p[$L]", j, at(plan.names().biases(), j));
            }
        }
        code.beginControlFlow("for (int r = 0; r < rows; r++)");
        readInputs(code, plan);
        code.addStatement("final int z = r * $L", plan.names().units());
        for (int j = units.from(); j < units.to(); j++) {
            code.addStatement("float z$L = $L", j, layer.bias() ? "b" + j : "0f");
            for (int i = 0; i < layer.inputs(); i++) {
                code.addStatement("z$L = Math.fma(x$L, w$L_$L, z$L)", j, i, i, j, j);
            }
            code.addStatement("$L[$L] = z$L", plan.z(), at("z", j), j);
        }
        return code.endControlFlow().build();
    }

    /*
     * float g0_0 = 0f;
     * float h0 = 0f;
     * for (int r = 0; r < rows; r++) {
     *     ...
     *     g0_0 = Math.fma(x0, d0, g0_0);
     *     h0 += d0;
     * }
     * gradients[HIDDEN_WEIGHTS] = g0_0;
     * gradients[HIDDEN_BIASES] = h0;
     */
    static CodeBlock parameterGradients(LayerPlan plan, Range units) {
        DenseLayer layer = plan.layer();
        CodeBlock.Builder code = CodeBlock.builder();
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
                code.addStatement("dw$L_$L = Math.fma(x$L, d$L, dw$L_$L)", i, j, i, j, i, j);
            }
        }
        for (int j = units.from(); layer.bias() && j < units.to(); j++) {
            code.addStatement("db$L += d$L", j, j);
        }
        code.endControlFlow();
        for (int i = 0; i < layer.inputs(); i++) {
            for (int j = units.from(); j < units.to(); j++) {
                String index = at(plan.names().weights(), i * layer.units() + j);
                code.addStatement("gradients[$L] = dw$L_$L", index, i, j);
            }
        }
        for (int j = units.from(); layer.bias() && j < units.to(); j++) {
            code.addStatement("gradients[$L] = db$L", at(plan.names().biases(), j), j);
        }
        return code.build();
    }

    /*
     * for (int r = 0; r < rows; r++) {
     *     final int x = r * INPUTS;
     *     float dx0 = 0f;
     *     dx0 = Math.fma(d0, w0_0, dx0);
     *     target[x] = dx0;
     * }
     */
    static CodeBlock inputGradients(LayerPlan plan, Range inputs, String target) {
        DenseLayer layer = plan.layer();
        CodeBlock.Builder code = CodeBlock.builder();
        Range units = new Range(0, layer.units());
        readWeights(code, plan, inputs, units);
        code.beginControlFlow("for (int r = 0; r < rows; r++)");
        readDeltas(code, plan, units);
        code.addStatement("final int x = r * $L", plan.inputsConstant());
        for (int i = inputs.from(); i < inputs.to(); i++) {
            code.addStatement("float dx$L = 0f", i);
            for (int j = 0; j < layer.units(); j++) {
                code.addStatement("dx$L = Math.fma(d$L, w$L_$L, dx$L)", i, j, i, j, i);
            }
            code.addStatement("$L[$L] = dx$L", target, at("x", i), i);
        }
        return code.endControlFlow().build();
    }

    private static void readWeights(CodeBlock.Builder code, LayerPlan plan, Range inputs, Range units) {
        for (int i = inputs.from(); i < inputs.to(); i++) {
            for (int j = units.from(); j < units.to(); j++) {
                String index = at(plan.names().weights(), i * plan.layer().units() + j);
                code.addStatement("final float w$L_$L = p[$L]", i, j, index);
            }
        }
    }

    private static void readInputs(CodeBlock.Builder code, LayerPlan plan) {
        code.addStatement(
                plan.isFirst() ? "final int x = inputOffset + r * $L" : "final int x = r * $L", plan.inputsConstant());
        for (int i = 0; i < plan.layer().inputs(); i++) {
            code.addStatement("final float x$L = $L[$L]", i, plan.inputField(), at("x", i));
        }
    }

    private static void readDeltas(CodeBlock.Builder code, LayerPlan plan, Range units) {
        code.addStatement("final int d = r * $L", plan.names().units());
        for (int j = units.from(); j < units.to(); j++) {
            code.addStatement("final float d$L = $L[$L]", j, plan.dz(), at("d", j));
        }
    }

    private static String at(String start, int offset) {
        return offset == 0 ? start : start + " + " + offset;
    }
}
