package dev.netwright.runtime;

import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.file.TensorFile;
import dev.netwright.runtime.file.TensorPlacement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what a network is made of in a file, and refuses what no network can have. */
final class ModelTensors {
    static final String MEANS = "standardizer.mean";
    static final String DEVIATIONS = "standardizer.deviation";

    private static final int MOST_LISTED = 10;

    private final TensorFile file;

    ModelTensors(TensorFile file) {
        this.file = file;
    }

    /** The tensor of a name in the file, which must have the shape of its place and numbers that a network can have there. */
    Tensor fitting(TensorPlacement placement, String name) throws DataFormatException {
        Optional<Tensor> found = file.find(name);
        if (found.isEmpty()) {
            List<String> names = file.tensors().stream().map(Tensor::name).toList();
            throw failure(
                    "its tensors", "there is none of the name " + quoted(name) + "; there are " + listed(names) + ".");
        }
        Tensor tensor = found.get();
        if (!tensor.type().equals("F32") || !tensor.shape().equals(placement.shape())) {
            throw failure(
                    "tensor " + quoted(name),
                    "it is " + tensor.type() + " " + tensor.shape() + ", but " + placement.name() + " is F32 "
                            + placement.shape() + "."
                            + NumpyCure.of(tensor, "float32", placement.shape()));
        }
        Optional<String> problem = problem(placement, tensor.floats());
        if (problem.isPresent()) {
            throw failure("tensor " + quoted(name), problem.get());
        }
        return tensor;
    }

    /** What keeps a network from being used with these numbers. */
    static Optional<String> problem(TensorPlacement placement, float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Float.isFinite(numbers[i])) {
                return Optional.of(
                        "element " + i + " is " + numbers[i] + "; every one is finite in a network that can be used.");
            }
            if (placement.isVariance() && numbers[i] < 0f) {
                return Optional.of("element " + i + " is the variance " + numbers[i] + "; variances are at least 0.");
            }
        }
        return Optional.empty();
    }

    /** How so many features are scaled; not at all where the file says nothing of it. */
    Standardizer standardizer(int columns) throws DataFormatException {
        Optional<Tensor> means = file.find(MEANS);
        Optional<Tensor> deviations = file.find(DEVIATIONS);
        if (means.isEmpty() && deviations.isEmpty()) {
            return Standardizer.none(columns);
        }
        if (means.isEmpty() || deviations.isEmpty()) {
            throw failure("its tensors", "of " + MEANS + " and " + DEVIATIONS + " there is one alone.");
        }
        for (Tensor tensor : List.of(means.get(), deviations.get())) {
            if (!tensor.type().equals("F64") || !tensor.shape().equals(List.of(columns))) {
                throw failure(
                        "tensor " + quoted(tensor.name()),
                        "it is " + tensor.type() + " " + tensor.shape() + ", but the network has " + columns
                                + " features: F64 [" + columns + "]."
                                + NumpyCure.of(tensor, "float64", List.of(columns)));
            }
        }
        try {
            return Standardizer.of(means.get().doubles(), deviations.get().doubles());
        } catch (IllegalArgumentException e) {
            DataFormatException failure = failure("its standardizer", String.valueOf(e.getMessage()));
            failure.initCause(e);
            throw failure;
        }
    }

    /** Names in one line, the first of many. */
    static String listed(List<String> names) {
        String first =
                names.stream().limit(MOST_LISTED).map(SideBySide::shortened).collect(Collectors.joining(", "));
        return names.size() > MOST_LISTED ? first + " and " + (names.size() - MOST_LISTED) + " more" : first;
    }

    private static String quoted(String name) {
        return "\"" + SideBySide.shortened(name) + "\"";
    }

    /** Of this file. */
    DataFormatException failure(String place, String problem) {
        return new DataFormatException(file.source(), place, problem);
    }
}
