package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.util.ArrayList;
import java.util.List;

/**
 * A shape that a file says, of which an array can hold the elements.
 *
 * @param sizes outermost first
 * @param count their product
 */
record TensorShape(List<Integer> sizes, int count) {
    /**
     * @param name   the tensor's, for messages
     * @param header the text that the shape was read from
     * @throws DataFormatException if no array holds so many elements
     */
    static TensorShape of(String name, List<Long> shape, HeaderScanner header) throws DataFormatException {
        List<Integer> sizes = new ArrayList<>();
        long count = 1;
        for (long size : shape) {
            if (size > Tensor.MOST_ELEMENTS) {
                throw header.failure("the shape of " + JsonText.quote(name) + " is " + shape + "; no size exceeds "
                        + Tensor.MOST_ELEMENTS + ", the longest array.");
            }
            sizes.add((int) size);
            // A size of 0 may follow, so what is too large is refused at the end, and only kept from overflowing here.
            count = Math.min(count, Integer.MAX_VALUE) * size;
        }
        if (count > Tensor.MOST_ELEMENTS) {
            throw header.failure("the shape of " + JsonText.quote(name) + " is " + shape + ", more than the "
                    + Tensor.MOST_ELEMENTS + " elements that an array holds.");
        }
        return new TensorShape(List.copyOf(sizes), (int) count);
    }
}
