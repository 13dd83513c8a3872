package dev.netwright.runtime.topology;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;

/**
 * An output head: a layer whose outputs are the network's, those of several side by side.
 *
 * @param description what messages call it: the network, or the head of a network that has several
 * @param name        the layer's name
 * @param units       its columns
 * @param firstColumn where they start among the outputs of all heads
 * @param activation  what gives the outputs, with which a loss may belong together. With a residual they are a sum, and with a
 *                    pool what becomes of windows, whatever the activation of the layer is: {@code IDENTITY}
 * @param ending      what messages say of that: the activation, and what follows it
 */
public record OutputHead(
        String description, String name, int units, int firstColumn, ActivationFunction activation, String ending) {
    /** Whose outputs are those of its activation. */
    public OutputHead(String description, String name, int units, int firstColumn, ActivationFunction activation) {
        this(
                description,
                name,
                units,
                firstColumn,
                activation,
                "its last activation is " + activation.name()
                        + (activation instanceof Activation ? "" : ", of whose range nothing is known"));
    }

    static OutputHead of(String description, NetworkLayer layer, int firstColumn) {
        if (layer.hasLogits()) {
            return new OutputHead(description, layer.name(), layer.units(), firstColumn, layer.activation());
        }
        String ending = "its last activation is " + layer.activation().name() + ", but "
                + (layer.wiring().hasResidual()
                        ? "the residual \"" + layer.wiring().residual() + "\" is added after it"
                        : "a pool follows it");
        return new OutputHead(description, layer.name(), layer.units(), firstColumn, Activation.IDENTITY, ending);
    }

    /** For messages: {@code 1 output} or {@code 3 outputs}. */
    public String countOfOutputs() {
        return units + (units == 1 ? " output" : " outputs");
    }
}
