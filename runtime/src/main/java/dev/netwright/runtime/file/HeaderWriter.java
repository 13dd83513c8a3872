package dev.netwright.runtime.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes the header of a safetensors file. The same tensors and texts always give the same bytes. */
final class HeaderWriter {
    /** Numbers begin at a multiple of this, so that whoever maps the file into memory finds them aligned. */
    private static final int ALIGNMENT = 8;

    private HeaderWriter() {}

    /** The header, with spaces up to a multiple of {@value #ALIGNMENT} bytes. */
    static byte[] write(Map<String, String> metadata, List<Tensor> tensors) {
        StringBuilder json = new StringBuilder("{");
        if (!metadata.isEmpty()) {
            appendMetadata(metadata, json);
        }
        long offset = 0;
        for (Tensor tensor : tensors) {
            separate(json);
            JsonText.append(tensor.name(), json);
            long end = offset + (long) tensor.count() * tensor.numbers().type().bytes();
            json.append(":{\"").append(HeaderParser.TYPE).append("\":\"").append(tensor.type());
            json.append("\",\"").append(HeaderParser.SHAPE).append("\":");
            json.append(tensor.shape().toString().replace(" ", ""));
            json.append(",\"").append(HeaderParser.OFFSETS).append("\":[");
            json.append(offset).append(',').append(end).append("]}");
            offset = end;
        }
        byte[] text = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(text, (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    private static void appendMetadata(Map<String, String> metadata, StringBuilder json) {
        JsonText.append(HeaderParser.METADATA, json);
        json.append(":{");
        String separator = "";
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            json.append(separator);
            JsonText.append(entry.getKey(), json);
            json.append(':');
            JsonText.append(entry.getValue(), json);
            separator = ",";
        }
        json.append('}');
    }

    private static void separate(StringBuilder json) {
        if (json.length() > 1) {
            json.append(',');
        }
    }
}
