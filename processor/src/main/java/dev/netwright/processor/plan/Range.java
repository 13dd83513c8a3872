package dev.netwright.processor.plan;

/** Consecutive units, inputs or layers: {@code from} is the first, {@code to} is one past the last. */
public record Range(int from, int to) {}
