package dev.netwright.processor.emit;

/**
 * One generated file.
 *
 * @param className the fully qualified name of its class
 * @param text      the whole source, with {@code \n} line ends
 */
public record GeneratedSource(String className, String text) {}
