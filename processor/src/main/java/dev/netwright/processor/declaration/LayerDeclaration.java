package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.processor.diagnostic.Origin;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** One {@code @Layer} as the user wrote it. Labels without a size are its size too. */
record LayerDeclaration(
        Origin origin,
        Declared<Integer> size,
        Declared<Optional<TypeElement>> labels,
        Declared<Activation> activation,
        Declared<Float> alpha,
        Declared<String> name,
        Declared<List<Declared<String>>> from,
        Declared<Merge> merge,
        Declared<Float> dropout,
        Declared<String> residual,
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
        boolean activates = activation.value() != Activation.IDENTITY;
        boolean works = from.isWritten() ? activates || dropsOut() : dropsOut() && !activates;
        return !isWeighted() && (from.value().size() > 1 || residual.isWritten() || works);
    }

    /** Whether training drops activations. */
    boolean dropsOut() {
        return dropout.value() != 0f;
    }
}
