package dev.netwright.export;

/**
 * What a layer reads: columns of an array.
 *
 * @param name    the input or the layer
 * @param array   its array in the source
 * @param from    where its columns start there
 * @param columns how many
 * @param isInput whether they are features, which are handed on from method to method
 */
record Operand(String name, String array, int from, int columns, boolean isInput) {
    /** As two arguments. */
    String arguments() {
        return array + ", " + from;
    }
}
