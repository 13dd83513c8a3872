package dev.netwright.runtime.data;

/**
 * A data set in two parts that share no row.
 *
 * @param training the part to learn from
 * @param heldOut  the part to validate or test with
 */
public record Split(Dataset training, Dataset heldOut) {}
