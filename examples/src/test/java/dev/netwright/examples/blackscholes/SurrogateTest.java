package dev.netwright.examples.blackscholes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Standardizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurrogateTest {
    @Test
    void deltaIsTheDerivativeOfTheNetworksOwnPrice() {
        List<EuropeanCall> calls = Calls.draw(50, new Random(1));
        // Untrained, so that nothing but the chain rule can make the two agree.
        CallPriceNetwork net = CallPriceNetwork.create(9);
        net.standardize(Standardizer.fit(Calls.dataset(calls)));
        Surrogate surrogate = new Surrogate(net);
        double step = 0.002;
        Surrogate.Quotes quotes = surrogate.quote(calls);
        Surrogate.Quotes above = surrogate.quote(moved(calls, step));
        Surrogate.Quotes below = surrogate.quote(moved(calls, -step));
        for (int i = 0; i < calls.size(); i++) {
            assertThat(quotes.delta(i)).isCloseTo((above.price(i) - below.price(i)) / (2 * step), within(5e-4));
        }
        assertThat(quotes.delta(0)).isNotCloseTo(0, within(1e-2));
    }

    private static List<EuropeanCall> moved(List<EuropeanCall> calls, double step) {
        return calls.stream()
                .map(call -> new EuropeanCall(call.moneyness() + step, call.years(), call.volatility(), call.rate()))
                .toList();
    }
}
