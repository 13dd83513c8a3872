package dev.netwright.processor.model;

/**
 * A function that the generated class has itself, in a nested class.
 *
 * @param name             of the nested class
 * @param formula          the function of z, for readers
 * @param derivative       its derivative, for readers
 * @param expression       the function as the runtime's {@code Expression} reads it
 * @param formulaCode      the function as an expression of the double {@code x}, in which {@code PortableMath} is the runtime's
 * @param derivativeCode   its derivative likewise
 */
public record FunctionModel(
        String name, String formula, String derivative, String expression, String formulaCode, String derivativeCode) {}
