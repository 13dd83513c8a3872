package dev.netwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.netwright.annotations.Padding;
import dev.netwright.processor.model.Convolution;
import dev.netwright.processor.model.Pads;
import dev.netwright.processor.model.Pool;
import dev.netwright.processor.model.Shape;
import dev.netwright.processor.plan.LayerPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the constants of layers that convolve or pool: their filters, pixels and shapes. */
final class WindowEmitter {
    private WindowEmitter() {}

    /*
     * private static final int HIDDEN1_FILTERS = 6;
     * private static final int HIDDEN1_PREACTIVATIONS = 24 * 24 * HIDDEN1_FILTERS;
     * private static final int HIDDEN1_UNITS = 12 * 12 * HIDDEN1_FILTERS;
     */
    static List<FieldSpec> sizes(LayerPlan plan) {
        List<FieldSpec> sizes = new ArrayList<>();
        String filters = plan.names().filters();
        sizes.add(ConstantsEmitter.constant(
                        filters, CodeBlock.of(Literals.of(plan.layer().size())))
                .build());
        sizes.add(ConstantsEmitter.constant(plan.zColumns(), size(plan.layer().preactivation(), filters))
                .build());
        if (plan.pools()) {
            sizes.add(ConstantsEmitter.constant(
                            plan.names().units(), size(plan.layer().output(), filters))
                    .build());
        }
        return sizes;
    }

    /** The units of a layer that does nothing with its channels but to pool them. */
    static FieldSpec pooledUnits(LayerPlan plan) {
        Shape output = plan.layer().output();
        CodeBlock size = size(output, Long.toString(output.channels()));
        return ConstantsEmitter.constant(plan.names().units(), size).build();
    }

    private static CodeBlock size(Shape shape, String channels) {
        return switch (shape.dimensions()) {
            case 0 -> CodeBlock.of("$L", channels);
            case 1 -> CodeBlock.of("$L * $L", shape.width(), channels);
            default -> CodeBlock.of("$L * $L * $L", shape.height(), shape.width(), channels);
        };
    }

    /** In how many pixels x is put together, where it is put together pixel by pixel. */
    static List<FieldSpec> mergedPixels(LayerPlan plan) {
        if (plan.layer().mergedPixels() == 1) {
            return List.of();
        }
        Shape x = plan.layer().input();
        CodeBlock pixels =
                x.dimensions() == 1 ? CodeBlock.of("$L", x.width()) : CodeBlock.of("$L * $L", x.height(), x.width());
        return List.of(ConstantsEmitter.constant(plan.names().pixels(), pixels).build());
    }

    /*
     * private static final ConvolutionShape HIDDEN1_CONVOLUTION = ConvolutionShape.valid(
     *         /* input= *\/ 28, 28, 1, /* filters= *\/ HIDDEN1_FILTERS, /* kernel= *\/ 5, 5, /* stride= *\/ 1, 1);
     * private static final PoolingShape HIDDEN1_POOL = new PoolingShape(
     *         /* input= *\/ 24, 24, HIDDEN1_FILTERS, /* window= *\/ 2, 2, /* stride= *\/ 2, 2);
     */
    static List<FieldSpec> shapes(LayerPlan plan) {
        List<FieldSpec> shapes = new ArrayList<>();
        plan.layer()
                .convolution()
                .ifPresent(kernel -> shapes.add(
                        field(RuntimeTypes.CONVOLUTION_SHAPE, plan.names().convolution(), convolution(plan, kernel))));
        plan.layer()
                .pool()
                .ifPresent(pool -> shapes.add(
                        field(RuntimeTypes.POOLING_SHAPE, plan.names().pool(), pool(plan, pool))));
        return shapes;
    }

    private static FieldSpec field(ClassName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private static CodeBlock convolution(LayerPlan plan, Convolution kernel) {
        Shape x = plan.layer().input();
        return CodeBlock.of(
                "$T.$L(\n$>$>/* input= */ $L, $L, $L, /* filters= */ $L, /* kernel= */ $L, $L, /* stride= */ $L, $L)$<$<",
                RuntimeTypes.CONVOLUTION_SHAPE,
                kernel.padding() == Padding.SAME ? "same" : "valid",
                x.height(),
                x.width(),
                x.channels(),
                plan.names().filters(),
                kernel.height(),
                kernel.width(),
                kernel.strideHeight(),
                kernel.strideWidth());
    }

    private static CodeBlock pool(LayerPlan plan, Pool pool) {
        Shape a = plan.layer().preactivation();
        String channels = plan.convolves() ? plan.names().filters() : Long.toString(a.channels());
        if (pool.pooling().isGlobal()) {
            return CodeBlock.of(
                    "$T.global(/* input= */ $L, $L, $L)", RuntimeTypes.POOLING_SHAPE, a.height(), a.width(), channels);
        }
        Pads pads = pool.pads();
        CodeBlock padding = pads.equals(Pads.NONE)
                ? CodeBlock.of("")
                : CodeBlock.of(
                        ",\n/* padding= */ $L, $L, $L, $L", pads.top(), pads.bottom(), pads.left(), pads.right());
        return CodeBlock.of(
                "new $T(\n$>$>/* input= */ $L, $L, $L, /* window= */ $L, $L, /* stride= */ $L, $L$L)$<$<",
                RuntimeTypes.POOLING_SHAPE,
                a.height(),
                a.width(),
                channels,
                pool.height(),
                pool.width(),
                pool.strideHeight(),
                pool.strideWidth(),
                padding);
    }
}
