package dev.netwright.processor.onnx;

/**
 * Something that keeps a file from becoming a network.
 *
 * @param kind  what it is about
 * @param place where it is: a node with its operator and what leads to it, an input or output, or the name of one that was asked for; empty for the whole file
 * @param what  what was found
 * @param cure  what to do
 */
public record OnnxProblem(Kind kind, String place, String what, String cure) {
    /** What problems are about. */
    public enum Kind {
        /** The file is damaged, or no ONNX file. */
        FILE,
        /** An input or output is none that a network can have. */
        END,
        /** An output that was asked for is not there. */
        OUTPUT,
        /** A node does what no layer can. */
        NODE
    }
}
