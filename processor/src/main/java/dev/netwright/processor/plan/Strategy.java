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

    /** No weights, so nothing to multiply with. */
    record Weightless() implements Strategy {
        @Override
        public String toString() {
            return "weightless";
        }
    }

    /**
     * For a single sample straight-line arithmetic, every weight by its name, in as few methods as the budget allows; for
     * more of them, and backward, kernels, which take several rows at a time.
     *
     * @param sample units of each method of a single sample's pre-activations
     */
    record Unrolled(List<Range> sample) implements Strategy {
        /** Copies the list. */
        public Unrolled {
            sample = List.copyOf(sample);
        }

        static Unrolled of(int inputs, int units) {
            return new Unrolled(MethodBudget.sample(inputs, units));
        }

        @Override
        public String toString() {
            return "unrolled";
        }
    }
}
