package dev.netwright.runtime.file;

import java.util.Optional;

/** Files that people take for one of tensors: what they are, told by their first bytes, and what to do instead. */
final class OtherFormat {
    /** So many bytes are looked at. */
    static final int MOST_BYTES = 512;

    private static final String HDF5 = "\u0089HDF\r\n\u001a\n";
    private static final String LARGE_FILE_POINTER = "version https://git-lfs";
    private static final String WRITE_TENSORS =
            "write the state_dict with save_file of safetensors.torch, or its arrays with np.savez.";

    /** Where a zip file's first entry says how long its name is, and where the name begins. */
    private static final int NAME_LENGTH = 26;

    private static final int NAME = 30;

    /** How fields of bytes begin in the messages of ONNX: 2, 3, 4, 6, 7 and 8. */
    private static final String FIELDS = "\u0012\u001a\"2:B";

    private OtherFormat() {}

    /**
     * A noun and a sentence's end; empty for bytes that are of no known format.
     *
     * @param first the first bytes of a file, one a character
     */
    static Optional<String> of(String first) {
        if (first.startsWith(NpyHeader.MAGIC)) {
            return Optional.of("an .npy file of one array: Npy.read reads it; to give a network its arrays, write them"
                    + " with np.savez, which keeps their names.");
        }
        if (first.startsWith(HDF5)) {
            return Optional.of(
                    "an HDF5 file, as Keras writes: write its arrays with np.savez, or export the model as an"
                            + " ONNX file, which an interface names, @OnnxModel(\"models/policy.onnx\").");
        }
        if (isOnnx(first)) {
            return Optional.of(
                    "an ONNX file: let an interface name it, @OnnxModel(\"models/policy.onnx\"), and the network"
                            + " is generated from it.");
        }
        if (isPickle(first)) {
            return Optional.of("a pickle of Python, which is a program and so is not read: " + WRITE_TENSORS);
        }
        if (first.startsWith(LARGE_FILE_POINTER)) {
            return Optional.of("a pointer of Git LFS, which stands for the file: run git lfs pull.");
        }
        return isText(first)
                ? Optional.of("a text: give a file that save, save_file of safetensors.torch or np.savez has written;"
                        + " CSV files are data, which CsvDataset reads.")
                : Optional.empty();
    }

    /** As {@link #of}, for a zip file: an archive of {@code torch.save} begins with its pickle. */
    static Optional<String> ofZip(String first) {
        if (first.length() < NAME) {
            return Optional.empty();
        }
        int length = first.charAt(NAME_LENGTH) + 256 * first.charAt(NAME_LENGTH + 1);
        String name = first.substring(NAME, Math.min(first.length(), NAME + length));
        return name.endsWith("/data.pkl") || name.equals("data.pkl")
                ? Optional.of("an archive of torch.save: " + WRITE_TENSORS)
                : Optional.empty();
    }

    /** The format's version, field 1, and behind it a field of bytes: who wrote it, or the graph. */
    private static boolean isOnnx(String first) {
        return first.length() > 2
                && first.charAt(0) == 0x08
                && first.charAt(1) >= 1
                && first.charAt(1) < 0x20
                && FIELDS.indexOf(first.charAt(2)) >= 0;
    }

    /** Protocols from 2 on begin with their number. */
    private static boolean isPickle(String first) {
        return first.length() > 1 && first.charAt(0) == 0x80 && first.charAt(1) >= 2 && first.charAt(1) <= 5;
    }

    private static boolean isText(String first) {
        return first.chars().allMatch(letter -> letter >= ' ' || letter == '\t' || letter == '\n' || letter == '\r');
    }
}
