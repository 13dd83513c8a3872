package dev.netwright.benchmarks.report;

/**
 * A target and what became of it.
 *
 * @param target  what was to be reached
 * @param found   what was reached
 * @param verdict whether that is enough
 */
public record Judgement(String target, String found, Verdict verdict) {}
