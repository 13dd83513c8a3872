package dev.netwright.runtime;

import dev.netwright.runtime.file.Tensor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What to write in Python where an array of another program has the right numbers in another type or shape: NumPy's own type is the
 * double, and many programs have matrices as {@code [inputs, units]} and kernels as {@code [height, width, channels, filters]}.
 */
final class NumpyCure {
    private NumpyCure() {}

    /**
     * A sentence with a space before it; empty where the numbers are others.
     *
     * @param type  NumPy's name of the type that the tensor should have, of which {@code float32} is F32 and {@code float64} F64
     * @param shape that it should have
     */
    static String of(Tensor tensor, String type, List<Integer> shape) {
        String value = tensor.shape().equals(shape) ? "x" : reshaped(tensor.shape(), shape);
        if (value.isEmpty()) {
            return "";
        }
        boolean hasType = tensor.type().equals(type.equals("float32") ? "F32" : "F64");
        return " Save it in NumPy as " + value + (hasType ? "" : ".astype(\"" + type + "\")") + ", x being this array.";
    }

    /** Empty where it would take other numbers. */
    private static String reshaped(List<Integer> found, List<Integer> expected) {
        if (withoutOnes(found).equals(withoutOnes(expected))) {
            return "x.reshape(" + joined(expected) + ")";
        }
        int last = found.size() - 1;
        if (found.size() != expected.size()) {
            return "";
        }
        if (found.size() == 2 && permuted(found, List.of(1, 0)).equals(expected)) {
            return "x.T";
        }
        // Pixels first, and then what is read and what is written of each.
        List<Integer> order = IntStream.concat(
                        last < 2 ? IntStream.empty() : IntStream.of(last, last - 1),
                        IntStream.range(0, Math.max(0, last - 1)))
                .boxed()
                .toList();
        return last >= 2 && permuted(found, order).equals(expected) ? "x.transpose(" + joined(order) + ")" : "";
    }

    private static List<Integer> withoutOnes(List<Integer> shape) {
        return shape.stream().filter(size -> size != 1).toList();
    }

    private static List<Integer> permuted(List<Integer> shape, List<Integer> order) {
        return order.stream().map(shape::get).toList();
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
