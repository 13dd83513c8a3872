package dev.netwright.processor.onnx;

/** A node does what no layer can; whoever goes through the nodes knows which one it is. */
final class UnsupportedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String cure;

    UnsupportedException(String what, String cure) {
        super(what);
        this.cure = cure;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String cure() {
        return cure;
    }
}
