package dev.netwright.processor.onnx;

import java.util.List;

/**
 * An input or output of a network as its file has it.
 *
 * @param name  in quotes, as messages show it
 * @param shape such as {@code [N, 4]}
 * @param names what its columns are called; empty where the file does not say
 */
public record ImportedEnd(String name, String shape, List<String> names) {
    /** Copies the list. */
    public ImportedEnd {
        names = List.copyOf(names);
    }
}
