package dev.netwright.processor.plan;

import java.util.Map;

/**
 * Something that a layer reads, with what its members are called.
 *
 * @param name      the input's or layer's name
 * @param isInput   whether it is an input of the network
 * @param isPooled  whether it is a layer that pools
 * @param array     the array with its values, a row for each sample
 * @param offset    where they start there
 * @param columns   the constant with its columns
 * @param gradients the array that receives the gradient of the loss with respect to it
 */
public record Operand(
        String name, boolean isInput, boolean isPooled, String array, String offset, String columns, String gradients) {
    /** The letter of what the gradients are by: p of a layer that pools, or a. */
    public String gradientOf() {
        return isPooled ? "p" : "a";
    }

    Operand placedAs(Map<String, String> names) {
        String placed = names.getOrDefault(gradients, gradients);
        return new Operand(name, isInput, isPooled, array, offset, columns, placed);
    }
}
