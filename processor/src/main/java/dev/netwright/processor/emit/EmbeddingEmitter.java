package dev.netwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.Weights;
import dev.netwright.processor.plan.Contribution;
import dev.netwright.processor.plan.LayerPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes what embeddings have of their own: the sizes of their tables, their description, and the gradients of indices, which are 0. */
final class EmbeddingEmitter {
    private EmbeddingEmitter() {}

    /*
     * private static final int VECTORS_VOCABULARY = 5_000;
     * private static final int VECTORS_WIDTH = 16;
     * private static final int VECTORS_UNITS = WORDS_COLUMNS * VECTORS_WIDTH;
     */
    static List<FieldSpec> sizes(LayerPlan plan) {
        List<FieldSpec> sizes = new ArrayList<>();
        LayerModel layer = plan.layer();
        sizes.add(ConstantsEmitter.constant(plan.names().vocabulary(), CodeBlock.of(Literals.of(layer.weightRows())))
                .build());
        sizes.add(ConstantsEmitter.constant(plan.names().width(), CodeBlock.of(Literals.of(layer.size())))
                .build());
        sizes.add(ConstantsEmitter.constant(
                        plan.zColumns(),
                        CodeBlock.of(
                                "$L * $L", plan.inputsConstant(), plan.names().width()))
                .build());
        if (plan.pools()) {
            sizes.add(WindowEmitter.pooledUnits(plan));
        }
        return sizes;
    }

    /** Rows and indices, then the table. */
    static String tableShape(LayerPlan plan) {
        return "rows, " + plan.inputsConstant() + ", " + plan.names().vocabulary() + ", "
                + plan.names().width();
    }

    /*
     * layers.add(new EmbeddingLayer(
     *         "vectors", LayerWiring.ABOVE, WORDS_COLUMNS, VECTORS_VOCABULARY, VECTORS_WIDTH,
     *         Activation.IDENTITY, /* alpha= *\/ Float.NaN, LayerPooling.none(),
     *         Initializer.LECUN_NORMAL, /* constant= *\/ Float.NaN,
     *         VECTORS_WEIGHTS,
     *         LayerTraining.PLAIN, LayerTreatment.NONE));
     */
    static CodeBlock description(
            LayerPlan plan, CodeBlock wiring, CodeBlock pool, CodeBlock training, CodeBlock treatment) {
        LayerModel layer = plan.layer();
        Weights weights = layer.weights().orElseThrow();
        return CodeBlock.of(
                """
                layers.add(new $T(
                        $S, $L$L, $L, $L,
                        $L, $L,
                        $T.$L, /* constant= */ $L,
                        $L$L$L));
                """,
                RuntimeTypes.EMBEDDING_LAYER,
                layer.name(),
                wiring,
                plan.inputsConstant(),
                plan.names().vocabulary(),
                plan.names().width(),
                FunctionEmitter.description(layer),
                pool,
                RuntimeTypes.INITIALIZER,
                weights.initializer(),
                Literals.of(weights.constant()),
                plan.names().weights(),
                training,
                treatment);
    }

    /*
     * // dL/dx = 0: from one whole number to the next nothing is smooth
     * Arrays.fill(wordsDa, 0, rows * WORDS_COLUMNS, 0f);
     */
    static CodeBlock inputGradients(LayerPlan plan, Contribution part) {
        CodeBlock.Builder code = CodeBlock.builder().add("// $L\n", Formulas.inputGradients(plan));
        if (!part.adds()) {
            code.addStatement(
                    "$T.fill($L, 0, rows * $L, 0f)",
                    Arrays.class,
                    part.to().gradients(),
                    part.to().columns());
        }
        return code.build();
    }
}
