package dev.netwright.runtime;

import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.file.TensorFile;
import dev.netwright.runtime.file.TensorPlacement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tensors of a file beside those of a network, each beside its like, so that one which only one side has stands out. */
final class TensorTable {
    /** With more rows, those that are the same are left out. */
    private static final int MOST_ROWS = 60;

    private record Row(String file, String network) {
        boolean differs() {
            return !file.equals(network);
        }
    }

    private TensorTable() {}

    /**
     * Ends without a line break.
     *
     * @param left tensors of the file that the network has not
     */
    static String of(TensorFile file, List<TensorPlacement> placements, List<Tensor> left) {
        List<Row> rows = new ArrayList<>();
        for (TensorPlacement placement : placements) {
            String found = file.find(placement.name()).map(Tensor::toString).orElse("");
            rows.add(new Row(found, placement.name() + " F32 " + placement.shape()));
        }
        // What a file calls its tensors may have any characters.
        left.forEach(tensor -> rows.add(new Row(tensor.toString().replace("\n", "\\n"), "")));
        if (rows.size() > MOST_ROWS) {
            rows.removeIf(row -> !row.differs());
        }
        return SideBySide.of(
                "the file",
                rows.stream().map(Row::file).collect(Collectors.joining("\n")),
                "this network",
                rows.stream().map(Row::network).collect(Collectors.joining("\n")));
    }
}
