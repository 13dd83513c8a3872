package dev.netwright.processor.onnx;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Normalization;
import dev.netwright.processor.model.Ending;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Makes the output of a classifier the probabilities of its classes, where the file gives what comes to the same: scores, as a model has that
 * was trained with a loss of logits, logarithms, or the probability of the second of two. Which class is the most probable never changes.
 */
final class ClassOutputs {
    private final Layers layers;
    private final Scaling scaling;
    private final Activating activating;
    private final int classes;
    private Ending ending = Ending.AS_IT_IS;

    /** @param classes how many there are */
    ClassOutputs(Layers layers, Scaling scaling, Activating activating, int classes) {
        this.layers = layers;
        this.scaling = scaling;
        this.activating = activating;
        this.classes = classes;
    }

    /** What has become of the output. */
    Ending ending() {
        return ending;
    }

    /** The output in the file's place; the same where it is something else. */
    Flow probabilities(Flow output) throws UnsupportedException {
        if (classes == 2 && output.size() == 1) {
            return ofOne(output);
        }
        if (output.size() != classes || classes == 1) {
            return output;
        }
        Optional<Draft> open = layers.open(output);
        if (open.isPresent() && isActivatedBy(open.get(), Activation.LOG_SOFTMAX)) {
            open.get().activate(Activation.SOFTMAX, Float.NaN);
            ending = Ending.OF_LOGARITHMS;
            return output;
        }
        if (output.ports().stream().allMatch(ClassOutputs::givesScores)) {
            ending = Ending.OF_SCORES;
            return activating.applyToAll(output, Activation.SOFTMAX);
        }
        return output;
    }

    /** {@code σ(z)} is the second output of the softmax over {@code [0, z]}. */
    private Flow ofOne(Flow output) throws UnsupportedException {
        Flow unit = scaling.output(output);
        if (!(unit.ports().get(0) instanceof Draft draft) || !TwoClasses.isSigmoid(draft) || draft.size() != 1) {
            return output;
        }
        ending = Ending.OF_ONE;
        return Flow.inOrder(layers.add(TwoClasses.pair(draft)), new int[] {1, 2});
    }

    private static boolean isActivatedBy(Draft draft, Activation activation) {
        return draft.stage() == Draft.Stage.ACTIVATED && draft.activation() == activation;
    }

    /** Whether the last that a layer does is no function, or a logarithm that others read too. */
    private static boolean givesScores(Port port) {
        return port instanceof Draft draft
                && (draft.stage() != Draft.Stage.ACTIVATED || isActivatedBy(draft, Activation.LOG_SOFTMAX))
                && !isOfProbabilities(draft);
    }

    /** Whether probabilities are all that a layer adds, weighs or multiplies, as in the mean of what several models give. */
    private static boolean isOfProbabilities(Draft layer) {
        Set<Port> seen = new HashSet<>();
        Deque<Port> open = new ArrayDeque<>(List.of(layer));
        while (!open.isEmpty()) {
            Port port = open.pop();
            if (!seen.add(port)) {
                continue;
            }
            if (!(port instanceof Draft draft)) {
                return false;
            }
            if (draft.activation() == Activation.SOFTMAX || draft.activation() == Activation.SIGMOID) {
                continue;
            }
            boolean isWeighing = draft.activation() == Activation.IDENTITY
                    && draft.normalization() == Normalization.NONE
                    && DoubleStream.of(draft.weights()).allMatch(weight -> weight >= 0)
                    && DoubleStream.of(draft.biases()).allMatch(bias -> bias == 0);
            if (!isWeighing) {
                return false;
            }
            open.addAll(draft.sources());
            draft.residual().ifPresent(open::add);
        }
        return true;
    }
}
