package dev.netwright.examples.blackscholes;

import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Standardizer;
import java.util.Arrays;
import java.util.List;

/** A trained network in place of the formula: prices, and deltas from the gradient of its input. */
final class Surrogate {
    /** The column of the feature that delta is the derivative by. */
    private static final int MONEYNESS = 0;

    private final CallPrice net;
    private final Standardizer standardizer;

    /** With the standardizer that the network was trained with. */
    Surrogate(CallPrice net, Standardizer standardizer) {
        this.net = net;
        this.standardizer = standardizer;
    }

    /** What the network says of some calls. */
    Quotes quote(List<EuropeanCall> calls) {
        Dataset data = standardizer.apply(Calls.dataset(calls));
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
            // The network sees (m - mean) / deviation: by the chain rule dprice/dm = dprice/dx / deviation.
            quotes.deltas[row] =
                    gradients[row * data.inputs() + MONEYNESS] / standardizer.deviations()[MONEYNESS];
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
