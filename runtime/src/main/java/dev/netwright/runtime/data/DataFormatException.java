package dev.netwright.runtime.data;

import java.io.IOException;

/** A file is not what it should be. The message has the file, the place in it, what was found and what to do. */
public final class DataFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final String position;
    private final String problem;

    /**
     * @param source   the file, as the caller named it
     * @param position the place in it, such as {@code byte 16} or {@code line 3}; for compressed files, in what they hold
     * @param problem  what was found and what was expected there
     */
    public DataFormatException(String source, String position, String problem) {
        super(source + ", " + position + ": " + problem);
        this.source = source;
        this.position = position;
        this.problem = problem;
    }

    /** The file, as the caller named it. */
    public String source() {
        return source;
    }

    /** The place in the file. */
    public String position() {
        return position;
    }

    /** What was found there and what was expected. */
    public String problem() {
        return problem;
    }
}
