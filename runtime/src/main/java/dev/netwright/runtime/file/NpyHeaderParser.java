package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the header of an array in NumPy's format, versions 1.0 to 3.0: the magic number, the version, the length of a text, and the text, a
 * dictionary as Python writes it, {@code {'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }}. It accepts this shape and no other.
 */
final class NpyHeaderParser extends HeaderScanner {
    /** Of magic number and version. */
    private static final int START_BYTES = 8;

    /** Longer ones are of structures, whose fields have names. */
    private static final int LONGEST = 0xffff;

    private static final int NEWEST_VERSION = 3;

    private final String name;
    private final Set<String> read = new HashSet<>();
    private NpyType type = new NpyType(ElementType.F32, ByteOrder.LITTLE_ENDIAN);
    private boolean isFortran;
    private TensorShape shape = new TensorShape(List.of(), 1);

    private NpyHeaderParser(byte[] text, FilePart part, int position, String name) {
        super(text, part, position);
        this.name = name;
    }

    /**
     * What the stream begins with.
     *
     * @param name the array's, for messages
     */
    static NpyHeader read(FileInput in, String name) throws IOException {
        ByteBuffer start = in.next(START_BYTES, "the magic number and the version");
        if (!in.startsWith(NpyHeader.MAGIC)) {
            throw in.failure(
                    0,
                    NpzReader.isNpz(in)
                            ? "this is an .npz file of several arrays; read it with Npz.read."
                            : "this is no NumPy array, which begins with \\x93NUMPY.");
        }
        start.position(start.position() + NpyHeader.MAGIC.length());
        int major = start.get() & 0xff;
        int minor = start.get() & 0xff;
        if (major < 1 || major > NEWEST_VERSION || minor != 0) {
            throw in.failure(
                    NpyHeader.MAGIC.length(),
                    "the version is " + major + "." + minor + "; 1.0, 2.0 and 3.0 can be read.");
        }
        long length = major == 1
                ? in.next(Short.BYTES, "the header's length").getShort() & 0xffffL
                : in.next(Integer.BYTES, "the header's length").getInt() & 0xffffffffL;
        if (length > LONGEST) {
            throw in.failure(
                    START_BYTES,
                    "the header is said to have " + length + " bytes; that of an array of numbers has at most "
                            + LONGEST + ".");
        }
        int position = (int) in.position();
        byte[] text = in.bytes(length, "the header of " + length + " bytes");
        return new NpyHeaderParser(text, in.part(), position, name).parse();
    }

    private NpyHeader parse() throws DataFormatException {
        expect('{', "a dictionary");
        while (!takes('}')) {
            entry();
            if (!takes(',')) {
                expect('}', "\",\" or the dictionary's end");
                break;
            }
        }
        for (String key : List.of(NpyHeader.TYPE, NpyHeader.FORTRAN, NpyHeader.SHAPE)) {
            if (!read.contains(key)) {
                throw failure("the header has no '" + key + "'.");
            }
        }
        end();
        return new NpyHeader(type.type(), type.order(), isFortran, shape);
    }

    private void entry() throws DataFormatException {
        String key = string("a name in quotes");
        if (!read.add(key)) {
            throw failure("'" + key + "' stands here a second time.");
        }
        expect(':', "a value");
        skipSpace();
        switch (key) {
            case NpyHeader.TYPE -> type = type();
            case NpyHeader.FORTRAN -> isFortran = truth();
            case NpyHeader.SHAPE -> shape = TensorShape.of(name, sizes(), this);
            default ->
                throw failure("the header has " + JsonText.quote(key)
                        + "; it has 'descr', 'fortran_order' and 'shape' alone.");
        }
    }

    private NpyType type() throws DataFormatException {
        int start = place();
        if (hasNext() && (next() == '[' || next() == '(')) {
            throw failure("the array is of structures; save an array of numbers for each field.");
        }
        String found = string("the type of the numbers, such as '<f4'");
        return NpyType.of(found).orElseThrow(() -> {
            goTo(start);
            return failure(NpyType.refusal(found));
        });
    }

    private boolean truth() throws DataFormatException {
        int start = place();
        StringBuilder word = new StringBuilder();
        while (hasNext() && Character.isLetter(next())) {
            word.append((char) next());
            skip();
        }
        return switch (word.toString()) {
            case "True" -> true;
            case "False" -> false;
            default -> {
                goTo(start);
                throw unexpected("True or False");
            }
        };
    }

    /** A tuple: {@code ()}, {@code (3,)}, {@code (2, 3)}. */
    private List<Long> sizes() throws DataFormatException {
        List<Long> sizes = new ArrayList<>();
        expect('(', "the shape, such as (2, 3)");
        while (!takes(')')) {
            sizes.add(number());
            // Python 2 writes long numbers so.
            takes('L');
            boolean isOnly = sizes.size() == 1;
            if (!takes(',')) {
                if (isOnly) {
                    throw unexpected("\",\", which is behind an only size too,");
                }
                expect(')', "\",\" or the shape's end");
                break;
            }
        }
        return sizes;
    }

    /** In single or double quotes, with nothing in it that Python would escape. */
    private String string(String expected) throws DataFormatException {
        skipSpace();
        if (!hasNext() || (next() != '\'' && next() != '"')) {
            throw unexpected(expected);
        }
        byte quote = next();
        skip();
        StringBuilder string = new StringBuilder();
        while (hasNext() && next() != quote) {
            if (next() < ' ' || next() == '\\') {
                throw unexpected("a letter, a digit or a sign of ASCII");
            }
            string.append((char) next());
            skip();
        }
        if (!hasNext()) {
            throw unexpected("the end of a string");
        }
        skip();
        return string.toString();
    }
}
