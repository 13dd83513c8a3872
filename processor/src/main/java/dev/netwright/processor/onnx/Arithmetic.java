package dev.netwright.processor.onnx;

import java.util.Map;

/** The four operations. */
enum Arithmetic {
    SUM,
    DIFFERENCE,
    PRODUCT,
    DIVISION;

    private static final Map<String, Arithmetic> OPERATORS =
            Map.of("Add", SUM, "Sub", DIFFERENCE, "Mul", PRODUCT, "Div", DIVISION);

    static boolean isOperator(String name) {
        return OPERATORS.containsKey(name);
    }

    /** The operation of an operator that is one. */
    static Arithmetic of(String name) {
        Arithmetic found = OPERATORS.get(name);
        if (found == null) {
            throw new IllegalArgumentException(name);
        }
        return found;
    }
}
