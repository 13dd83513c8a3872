package dev.netwright.runtime.file;

import java.util.List;
import java.util.Map;

/**
 * What the header of a file says.
 *
 * @param metadata texts by their names, in their order
 * @param entries  the tensors, in the order of their bytes
 */
record TensorHeader(Map<String, String> metadata, List<Entry> entries) {
    /**
     * One tensor.
     *
     * @param name  its name
     * @param type  of its numbers
     * @param shape its sizes
     * @param begin where its bytes begin, counted from the end of the header
     * @param end   one past the last of them
     */
    record Entry(String name, ElementType type, List<Integer> shape, long begin, long end) {
        int count() {
            return (int) ((end - begin) / type.bytes());
        }
    }
}
