package dev.netwright.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * What the type arguments of an interface say of the samples and classes of a file.
 *
 * @param kind      the interface of the runtime that it extends
 * @param text      that with the type arguments, such as {@code Classifier<Flower, Species>}
 * @param record    the record that samples are; empty where they are arrays
 * @param features  what its columns are called
 * @param labels    the enum whose constants the outputs of a classifier stand for
 * @param constants their names
 */
public record TypedModel(
        Task.Kind kind,
        String text,
        Optional<RecordModel> record,
        List<String> features,
        Optional<TypeReference> labels,
        List<String> constants) {
    /** Copies the lists. */
    public TypedModel {
        features = List.copyOf(features);
        constants = List.copyOf(constants);
    }
}
