package dev.netwright.processor.onnx;

import dev.netwright.annotations.Activation;
import dev.netwright.processor.model.Ending;
import java.util.Optional;

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
                && (draft.stage() != Draft.Stage.ACTIVATED || isActivatedBy(draft, Activation.LOG_SOFTMAX));
    }
}
