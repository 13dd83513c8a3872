package dev.netwright.processor.onnx;

/** Names out of files, as messages and sources can have them. */
final class Quotes {
    private static final int LONGEST = 60;

    private Quotes() {}

    /** In quotes, on one line, and not longer than a line. */
    static String of(String name) {
        return '"' + plain(name) + '"';
    }

    /** On one line, without what could end a comment or a text. */
    static String plain(String name) {
        String visible = name.replaceAll("[^\\p{L}\\p{N} !#$%&'()+,\\-./:;<=>?@\\[\\]^_{|}~]", "?")
                .replace("*/", "?/");
        return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST - 3) + "...";
    }
}
