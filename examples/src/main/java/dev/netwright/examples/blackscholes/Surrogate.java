package dev.netwright.examples.blackscholes;

import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import java.util.Arrays;
import java.util.List;

/** A trained network in place of the formula: prices, and deltas from the gradient of its input. */
final class Surrogate {
    /** The column of the feature that delta is the derivative by. */
    private static final int MONEYNESS = 0;

    private final CallPrice net;

    Surrogate(CallPrice net) {
        this.net = net;
    }

    /** What the network says of some calls. */
    Quotes quote(List<EuropeanCall> calls) {
        Dataset data = Calls.dataset(calls);
        Pass pass = net.newPass(data.rows());
        pass.forward(data.features(), data.rows());
        // L = Σ prices, so that dL/dx has for each row the derivative of its own price.
        float[] ones = new float[data.rows()];
        Arrays.fill(ones, 1f);
        pass.backward(ones);
        float[] gradients = pass.inputGradients();
        Quotes quotes = new Quotes(data.rows());
        for (int row = 0; row < data.rows(); row++) {
            quotes.prices[row] = pass.outputs()[row];
            quotes.deltas[row] = gradients[row * data.inputs() + MONEYNESS];
        }
        return quotes;
    }

    /** Prices and deltas, one of each for every call. */
    static final class Quotes {
        private final double[] prices;
        private final double[] deltas;

        private Quotes(int count) {
            prices = new double[count];
            deltas = new double[count];
        }

        /** In strikes. */
        double price(int call) {
            return prices[call];
        }

        double delta(int call) {
            return deltas[call];
        }
    }
}
