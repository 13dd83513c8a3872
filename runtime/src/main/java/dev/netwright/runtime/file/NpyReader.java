package dev.netwright.runtime.file;

import java.io.IOException;
import java.util.List;

/** Reads one array in NumPy's format from its start to its end. */
final class NpyReader {
    private NpyReader() {}

    /** @param name of the tensor that it becomes */
    static Tensor read(FileInput in, String name) throws IOException {
        NpyHeader header = NpyHeaderParser.read(in, name);
        TensorShape shape = header.shape();
        NumberArray numbers = new NumberReader(in, name, header.type(), header.order(), shape.count()).read();
        if (!in.isAtEnd()) {
            throw in.failure(in.position(), in.part().noun() + " goes on behind its last number.");
        }
        boolean isOrdered = !header.isFortran() || hasOneOrder(shape);
        return new Tensor(
                name,
                shape.sizes(),
                isOrdered ? numbers : numbers.picked(fortranPositions(shape)),
                in.part().source());
    }

    /** Whether there are no two dimensions that could stand in another order. */
    private static boolean hasOneOrder(TensorShape shape) {
        return shape.count() == 0
                || shape.sizes().stream().filter(size -> size > 1).count() < 2;
    }

    /** Of every number in row-major order, where it lies when the first dimension's neighbours are side by side. */
    private static int[] fortranPositions(TensorShape shape) {
        List<Integer> sizes = shape.sizes();
        int[] steps = new int[sizes.size()];
        int step = 1;
        for (int d = 0; d < steps.length; d++) {
            steps[d] = step;
            step *= sizes.get(d);
        }
        int[] positions = new int[shape.count()];
        int[] index = new int[steps.length];
        int position = 0;
        for (int i = 0; i < positions.length; i++) {
            positions[i] = position;
            // Goes on by one in the last dimension, and where that is through, from its start in the one before.
            for (int d = steps.length - 1; d >= 0; d--) {
                position += steps[d];
                if (++index[d] < sizes.get(d)) {
                    break;
                }
                position -= steps[d] * sizes.get(d);
                index[d] = 0;
            }
        }
        return positions;
    }
}
