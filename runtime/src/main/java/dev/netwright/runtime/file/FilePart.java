package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;

/**
 * What bytes are counted in: a file, or one array of it, which may be compressed.
 *
 * @param source what messages call the file
 * @param place  what stands before a byte's number in them, such as {@code array "x", }; empty for all of a file
 * @param noun   what the part is, such as {@code the file}
 */
record FilePart(String source, String place, String noun) {
    static FilePart file(String source) {
        return new FilePart(source, "", "the file");
    }

    static FilePart array(String source, String name) {
        return new FilePart(source, "array " + JsonText.quote(name) + ", ", "the array");
    }

    DataFormatException failure(long position, String problem) {
        return new DataFormatException(source, place + "byte " + position, problem);
    }
}
