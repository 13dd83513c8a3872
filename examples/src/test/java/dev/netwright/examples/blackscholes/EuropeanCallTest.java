package dev.netwright.examples.blackscholes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The formula gives the prices and deltas of textbooks. */
class EuropeanCallTest {
    @Test
    void hullsFirstExample() {
        // Hull, "Options, Futures, and Other Derivatives", chapter on the Black-Scholes-Merton model: N(d1) = 0.7791, c
        // = 4.76.
        EuropeanCall call = new EuropeanCall(42.0 / 40, 0.5, 0.2, 0.1);
        assertThat(40 * call.price()).isCloseTo(4.76, within(0.005));
        assertThat(call.delta()).isCloseTo(0.7791, within(0.00005));
    }

    @Test
    void hullsExampleOfDelta() {
        // The same, chapter on the Greek letters: 20 weeks, c = 2.40, delta = 0.522.
        EuropeanCall call = new EuropeanCall(49.0 / 50, 0.3846, 0.2, 0.05);
        assertThat(50 * call.price()).isCloseTo(2.40, within(0.005));
        assertThat(call.delta()).isCloseTo(0.522, within(0.0005));
    }

    @Test
    void haugsExample() {
        // Haug, "The Complete Guide to Option Pricing Formulas": c = 2.1334.
        assertThat(65 * new EuropeanCall(60.0 / 65, 0.25, 0.3, 0.08).price()).isCloseTo(2.1334, within(0.00005));
    }

    @Test
    void deltaIsTheDerivativeOfThePrice() {
        double step = 1e-5;
        for (EuropeanCall call : Calls.draw(200, new Random(3))) {
            EuropeanCall above =
                    new EuropeanCall(call.moneyness() + step, call.years(), call.volatility(), call.rate());
            EuropeanCall below =
                    new EuropeanCall(call.moneyness() - step, call.years(), call.volatility(), call.rate());
            assertThat(call.delta()).isCloseTo((above.price() - below.price()) / (2 * step), within(1e-7));
        }
    }

    @Test
    void drawnCallsFillTheRanges() {
        List<EuropeanCall> calls = Calls.draw(10_000, new Random(1));
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.moneyness()).isBetween(0.5999999, 1.4000001);
            assertThat(call.years()).isBetween(0.25, 2.0);
            assertThat(call.volatility()).isBetween(0.0999999, 0.5);
            assertThat(call.rate()).isBetween(0.0, 0.1000001);
        });
        assertThat(calls.stream().mapToDouble(EuropeanCall::moneyness).average())
                .hasValueCloseTo(1.0, within(0.01));
        assertThat(calls.stream().mapToDouble(EuropeanCall::years).average()).hasValueCloseTo(1.125, within(0.02));
        assertThat(calls.stream().mapToDouble(EuropeanCall::volatility).average())
                .hasValueCloseTo(0.3, within(0.005));
        assertThat(calls.stream().mapToDouble(EuropeanCall::rate).average()).hasValueCloseTo(0.05, within(0.001));
    }
}
