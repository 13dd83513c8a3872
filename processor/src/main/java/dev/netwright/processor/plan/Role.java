package dev.netwright.processor.plan;

/** What a layer is to the outputs of its network. */
public enum Role {
    /** No output. */
    HIDDEN,
    /** The only output, which no layer reads. */
    OUTPUT,
    /** One of several outputs, which no layer reads. */
    HEAD,
    /** One of several outputs, which layers read besides: its gradient is a sum of the caller's and theirs. */
    READ_HEAD
}
