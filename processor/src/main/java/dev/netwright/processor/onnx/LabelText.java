package dev.netwright.processor.onnx;

import java.util.ArrayList;
import java.util.List;

/** Reads what the metadata of a file call the classes of an output: an array of texts, in JSON. */
final class LabelText {
    /** What the names of such metadata begin with, before that of the output. */
    static final String KEY = "netwright.labels.";

    private static final int HEXADECIMAL = 16;
    private static final int CODE_DIGITS = 4;

    private final String json;
    private int at;

    private LabelText(String json) {
        this.json = json;
    }

    /** The texts; none where it is no such array: names are worth less than the network. */
    static List<String> parse(String json) {
        try {
            return new LabelText(json.strip()).texts();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return List.of();
        }
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        char sign = next() == '[' ? ',' : ']';
        while (sign == ',') {
            if (next() != '"') {
                return List.of();
            }
            texts.add(text());
            sign = next();
        }
        return sign == ']' && at == json.length() ? texts : List.of();
    }

    /** The next character that is no space. */
    private char next() {
        while (Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return json.charAt(at++);
    }

    /** Up to the quote that ends it. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (char c = json.charAt(at++); c != '"'; c = json.charAt(at++)) {
            text.append(c == '\\' ? escaped() : c);
        }
        return text.toString();
    }

    private char escaped() {
        char c = json.charAt(at++);
        if (c == 'u') {
            at += CODE_DIGITS;
            return (char) Integer.parseInt(json.substring(at - CODE_DIGITS, at), HEXADECIMAL);
        }
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }
}
