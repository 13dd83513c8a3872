package dev.netwright.processor.onnx;

/** A problem on its way to whoever collects them. */
final class OnnxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient OnnxProblem problem;

    private OnnxException(OnnxProblem problem) {
        super(problem.what());
        this.problem = problem;
    }

    /** The file cannot be read. */
    static OnnxException ofFile(String place, String what) {
        return new OnnxException(new OnnxProblem(
                OnnxProblem.Kind.FILE, place, what, "export the model again, and keep the file as it was written"));
    }

    /** The file can be read, but is of a kind that is not. */
    static OnnxException ofFile(String place, String what, String cure) {
        return new OnnxException(new OnnxProblem(OnnxProblem.Kind.FILE, place, what, cure));
    }

    /** An input or an output. */
    static OnnxException ofEnd(String place, String what, String cure) {
        return new OnnxException(new OnnxProblem(OnnxProblem.Kind.END, place, what, cure));
    }

    /** An output that was asked for. */
    static OnnxException ofOutput(String place, String what, String cure) {
        return new OnnxException(new OnnxProblem(OnnxProblem.Kind.OUTPUT, place, what, cure));
    }

    OnnxProblem problem() {
        return problem;
    }
}
