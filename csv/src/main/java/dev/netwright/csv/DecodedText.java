package dev.netwright.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * The characters of a file. Unlike the JDK's and the CSV library's readers it refuses bytes that are not of the charset
 * rather than putting U+FFFD in their place.
 *
 * @param reader  of the characters, without the byte order mark
 * @param charset that of the byte order mark, or else the one given
 */
record DecodedText(Reader reader, Charset charset) {
    private static final List<Mark> MARKS = List.of(
            new Mark("efbbbf", StandardCharsets.UTF_8),
            new Mark("feff", StandardCharsets.UTF_16BE),
            new Mark("fffe", StandardCharsets.UTF_16LE));

    /** The bytes of a byte order mark, and what they tell. */
    private record Mark(String hex, Charset charset) {
        int length() {
            return hex.length() / 2;
        }
    }

    static DecodedText open(Path file, Charset given) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            Charset charset = skipMark(in, given);
            return new DecodedText(
                    new InputStreamReader(
                            in,
                            charset.newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    charset);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static Charset skipMark(InputStream in, Charset given) throws IOException {
        for (Mark mark : MARKS) {
            in.mark(mark.length());
            if (HexFormat.of().formatHex(in.readNBytes(mark.length())).equals(mark.hex)) {
                return mark.charset;
            }
            in.reset();
        }
        return given;
    }
}
