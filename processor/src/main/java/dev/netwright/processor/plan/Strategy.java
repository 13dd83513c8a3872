package dev.netwright.processor.plan;

import java.util.List;

/** How the arithmetic of a layer is written. */
public sealed interface Strategy {
    /** A call of a kernel of the runtime, with constant shapes. */
    record Kernel() implements Strategy {
        @Override
        public String toString() {
            return "kernel";
        }
    }

    /**
     * Straight-line arithmetic, every weight by its name, in as few methods as the budget allows.
     *
     * @param forward            units of each method of the forward pass
     * @param parameterGradients units of each method of the gradients of weights and biases
     * @param inputGradients     inputs of each method of the gradient of the layer's input
     * @param fitsOneBackward    whether all gradients of the layer fit one method
     */
    record Unrolled(
            List<Range> forward, List<Range> parameterGradients, List<Range> inputGradients, boolean fitsOneBackward)
            implements Strategy {
        /** Copies the lists. */
        public Unrolled {
            forward = List.copyOf(forward);
            parameterGradients = List.copyOf(parameterGradients);
            inputGradients = List.copyOf(inputGradients);
        }

        static Unrolled of(int inputs, int units) {
            return new Unrolled(
                    MethodBudget.forward(inputs, units),
                    MethodBudget.parameterGradients(inputs, units),
                    MethodBudget.inputGradients(inputs, units),
                    MethodBudget.fitsOneBackward(inputs, units));
        }

        @Override
        public String toString() {
            return "unrolled";
        }
    }
}
