package dev.netwright.runtime.file;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;

/**
 * What NumPy calls the type of an array's numbers: the order of their bytes, {@code <}, {@code >} or {@code |} for one byte, a letter for
 * their kind, and how many bytes each has; {@code <f4} is little-endian floats.
 *
 * @param type  of the numbers
 * @param order of their bytes
 */
record NpyType(ElementType type, ByteOrder order) {
    private static final Map<String, ElementType> TYPES = Map.ofEntries(
            Map.entry("b1", ElementType.BOOL),
            Map.entry("u1", ElementType.U8),
            Map.entry("i1", ElementType.I8),
            Map.entry("u2", ElementType.U16),
            Map.entry("i2", ElementType.I16),
            Map.entry("u4", ElementType.U32),
            Map.entry("i4", ElementType.I32),
            Map.entry("u8", ElementType.U64),
            Map.entry("i8", ElementType.I64),
            Map.entry("f2", ElementType.F16),
            Map.entry("f4", ElementType.F32),
            Map.entry("f8", ElementType.F64));

    /** The type of a name, if it is one of numbers that can be read. */
    static Optional<NpyType> of(String name) {
        ElementType type = name.isEmpty() ? null : TYPES.get(name.substring(1));
        if (type == null) {
            return Optional.empty();
        }
        return switch (name.charAt(0)) {
            case '<' -> Optional.of(new NpyType(type, ByteOrder.LITTLE_ENDIAN));
            case '>' -> Optional.of(new NpyType(type, ByteOrder.BIG_ENDIAN));
            case '|' -> type.bytes() == 1 ? Optional.of(new NpyType(type, ByteOrder.LITTLE_ENDIAN)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What NumPy calls the type of a tensor of this library: {@code <f4}, {@code <f8} or {@code <i8}. */
    static String name(ElementType type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(entry -> "<" + entry.getKey())
                .findFirst()
                .orElseThrow();
    }

    /** Why the type of a name cannot be read, and what to do in Python. */
    static String refusal(String name) {
        char kind = name.length() > 1 ? name.charAt(1) : ' ';
        return "the type " + JsonText.quote(name)
                + switch (kind) {
                    case 'O' ->
                        " is of Python objects, which NumPy keeps as a pickle, and whoever reads a pickle runs what is in it;"
                                + " save numbers, such as x.astype(\"float32\").";
                    case 'U', 'S', 'a' ->
                        " is of texts, which are no numbers; save a number for each, such as"
                                + " np.unique(x, return_inverse=True)[1].";
                    case 'c' -> " is of complex numbers; save two arrays, x.real and x.imag.";
                    case 'M', 'm' -> " is of times; save numbers, such as x.astype(\"int64\").";
                    case 'V' -> " is of structures or raw bytes; save an array of numbers for each field.";
                    case 'f' -> " is of numbers of another width than 2, 4 or 8 bytes; save x.astype(\"float64\").";
                    default ->
                        " is none that can be read; these are |b1, |u1, |i1, and u2, i2, u4, i4, u8, i8, f2, f4, f8 behind < or >.";
                };
    }
}
