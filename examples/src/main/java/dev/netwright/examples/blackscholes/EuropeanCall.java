package dev.netwright.examples.blackscholes;

import org.apache.commons.numbers.gamma.Erfc;

/**
 * The right to buy a share at the strike price on one day, on a share that pays no dividend. Prices are in strikes: a price
 * is proportional to spot and strike together, so that their ratio is enough.
 *
 * @param moneyness  spot price over strike price
 * @param years      until that day
 * @param volatility of the share, a year
 * @param rate       of riskless interest, a year, continuously compounded
 */
record EuropeanCall(double moneyness, double years, double volatility, double rate) {
    /** The price in strikes, {@code m·Φ(d₁) - exp(-r·t)·Φ(d₂)} (Black and Scholes 1973). */
    double price() {
        double later = d1() - volatility * Math.sqrt(years);
        return moneyness * normal(d1()) - StrictMath.exp(-rate * years) * normal(later);
    }

    /** How much the price rises with the spot price, {@code Φ(d₁)}: the shares that hedge one option. */
    double delta() {
        return normal(d1());
    }

    /** {@code d₁ = (log m + (r + σ²/2)·t) / (σ·√t)}. */
    private double d1() {
        return (StrictMath.log(moneyness) + (rate + volatility * volatility / 2) * years)
                / (volatility * Math.sqrt(years));
    }

    /** The normal distribution function, {@code Φ(x) = erfc(-x / √2) / 2}. */
    private static double normal(double x) {
        return Erfc.value(-x / Math.sqrt(2)) / 2;
    }
}
