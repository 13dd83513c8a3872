package dev.netwright.examples.blackscholes;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/**
 * From moneyness, years, volatility and rate to the price of a call in strikes. Smooth, so that its gradient is a price's
 * too, and never negative.
 */
@Input(4)
@Layer(size = 64, activation = Activation.SILU)
@Layer(size = 64, activation = Activation.SILU)
@Layer(size = 1, activation = Activation.SOFTPLUS)
public interface CallPrice extends Network {}
