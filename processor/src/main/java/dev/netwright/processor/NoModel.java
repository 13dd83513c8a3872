package dev.netwright.processor;

import dev.netwright.processor.onnx.OnnxProblem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that people name for an ONNX file: what they are, told by their first bytes, and what to do. */
final class NoModel {
    private static final int MOST_BYTES = 64;

    private NoModel() {}

    /** What is wrong with a file as a whole; empty where it may be an ONNX file. */
    static Optional<OnnxProblem> problem(byte[] file) {
        String first = new String(file, 0, Math.min(file.length, MOST_BYTES), StandardCharsets.ISO_8859_1);
        if (first.isEmpty()) {
            return found("it is empty", "export the model again");
        }
        if (first.startsWith("version https://git-lfs")) {
            return found(
                    "it is a pointer of Git LFS, which stands for the file", "run git lfs pull, and compile again");
        }
        if (first.startsWith("PK\u0003\u0004")) {
            return found(
                    "it is a zip file, as torch.save and Keras write, and no ONNX file",
                    "export the model, in PyTorch by torch.onnx.export");
        }
        if (first.startsWith("\u0089HDF")) {
            return found(
                    "it is an HDF5 file, as Keras writes, and no ONNX file", "export the model, for Keras by tf2onnx");
        }
        return Optional.empty();
    }

    private static Optional<OnnxProblem> found(String what, String cure) {
        return Optional.of(new OnnxProblem(OnnxProblem.Kind.FILE, "", what, cure));
    }
}
