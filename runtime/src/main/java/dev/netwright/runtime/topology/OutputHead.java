package dev.netwright.runtime.topology;

import dev.netwright.annotations.Activation;

/**
 * An output head: a layer whose outputs are the network's, those of several side by side.
 *
 * @param description what messages call it: the network, or the head of a network that has several
 * @param name        the layer's name
 * @param units       its columns
 * @param firstColumn where they start among the outputs of all heads
 * @param activation  what gives the outputs, with which a loss may belong together. With a residual they are a sum, and with a
 *                    pool what becomes of windows, whatever the activation of the layer is: {@code IDENTITY}
 */
public record OutputHead(String description, String name, int units, int firstColumn, Activation activation) {}
