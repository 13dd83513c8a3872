package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.annotations.Padding;
import dev.netwright.annotations.Pooling;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.Convolution;
import dev.netwright.processor.model.Pads;
import dev.netwright.processor.model.Pool;
import dev.netwright.processor.model.Shape;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** One {@code @Layer} as the user wrote it. Labels without a size are its size too. */
record LayerDeclaration(
        Origin origin,
        Declared<Integer> size,
        Declared<Optional<TypeElement>> labels,
        Declared<Activation> activation,
        Declared<Optional<TypeMirror>> function,
        Declared<Float> alpha,
        Declared<String> name,
        Declared<List<Declared<String>>> from,
        Declared<Merge> merge,
        Declared<Normalization> normalize,
        Declared<Float> epsilon,
        Declared<Float> dropout,
        Declared<String> residual,
        Declared<Integer> embedding,
        Declared<List<Declared<Integer>>> kernel,
        Declared<List<Declared<Integer>>> stride,
        Declared<Padding> padding,
        Declared<List<Declared<Integer>>> pool,
        Declared<Pooling> pooling,
        Declared<Boolean> output,
        Declared<Boolean> bias,
        Declared<Initializer> init,
        Declared<Float> constant,
        Declared<Boolean> trainable,
        Declared<Float> l1,
        Declared<Float> l2) {
    /** Whether it has weights: the layers that say how many units do. */
    boolean isWeighted() {
        return size.isWritten();
    }

    /** Whether its units are the constants of an enum and no size is written. */
    boolean isSizedByLabels() {
        return labels.isWritten() && size.origin().equals(labels.origin());
    }

    /**
     * Whether it is meant to have none: it has something else to do. Who gives an activation and does not name what it activates
     * has forgotten the size.
     */
    boolean isWeightless() {
        boolean activates = activation.value() != Activation.IDENTITY || function.isWritten();
        boolean isTreated = dropsOut() || normalizes();
        boolean works = from.isWritten() ? activates || isTreated : isTreated && !activates;
        boolean hasPurpose = from.value().size() > 1 || residual.isWritten() || works || pools();
        return !isWeighted() && !kernel.isWritten() && !embedding.isWritten() && hasPurpose;
    }

    /** What it applies, as tables and messages call it. */
    ActivationFunction activates() {
        return functionClass()
                .<ActivationFunction>map(FunctionMethods::activation)
                .orElse(activation.value());
    }

    /** The class whose function it applies. */
    Optional<TypeElement> functionClass() {
        return function.value()
                .filter(type -> type.getKind() == TypeKind.DECLARED)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement());
    }

    /** Whether its pre-activation is normalised. */
    boolean normalizes() {
        return normalize.value() != Normalization.NONE;
    }

    /** Whether that is done over the batch. */
    boolean normalizesBatch() {
        return normalize.value() == Normalization.BATCH;
    }

    /** Whether it has biases: those that a mean over the batch takes out again must be asked for. */
    boolean hasBiases() {
        return bias.value() && (bias.isWritten() || !normalizesBatch()) && !embeds();
    }

    /** Whether training drops activations. */
    boolean dropsOut() {
        return dropout.value() != 0f;
    }

    /** Whether it is a convolution. */
    boolean convolves() {
        return isWeighted() && kernel.isWritten() && !embedding.isWritten();
    }

    /** Whether it is an embedding. */
    boolean embeds() {
        return isWeighted() && embedding.isWritten();
    }

    /** Whether it pools its activations. */
    boolean pools() {
        return pool.isWritten() || pooling.value().isGlobal();
    }

    /** The kernel for what has so many dimensions; empty where a number is wrong. */
    Optional<Convolution> convolution(int dimensions) {
        Optional<Window> window = Window.of(kernel, dimensions);
        Optional<Window> step = stride.isWritten() ? Window.of(stride, dimensions) : Optional.of(Window.ONE);
        if (!convolves() || window.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Convolution(
                window.get().height(),
                window.get().width(),
                step.get().height(),
                step.get().width(),
                padding.value()));
    }

    /** The pool of an arrangement with pixels; empty where a number is wrong. The stride is the kernel's where there is one. */
    Optional<Pool> pool(Shape a) {
        if (!pools()) {
            return Optional.empty();
        }
        if (pooling.value().isGlobal()) {
            int height = (int) a.height();
            int width = (int) a.width();
            return Optional.of(new Pool(pooling.value(), height, width, height, width));
        }
        Optional<Window> window = Window.of(pool, a.dimensions());
        Optional<Window> step = !isWeighted() && stride.isWritten() ? Window.of(stride, a.dimensions()) : window;
        if (window.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        int height = window.get().height();
        int width = window.get().width();
        int strideHeight = step.get().height();
        int strideWidth = step.get().width();
        Pads pads = !isWeighted() && padding.value() == Padding.SAME
                ? Pads.same(a, height, width, strideHeight, strideWidth)
                : Pads.NONE;
        return Optional.of(new Pool(pooling.value(), height, width, strideHeight, strideWidth, pads));
    }
}
