package dev.netwright.runtime.loss;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.kernel.PortableMath;
import dev.netwright.runtime.loss.ElementwiseLoss.Function;
import java.util.Set;

/** The functions of the losses that treat every output alone. Here o is an output, z a logit, t a target, e = o - t. */
final class ElementwiseLosses {
    private static final double LOG_2 = 0.6931471805599453;

    /** Rates are kept this far from 0, where a logarithm ends. */
    private static final double EPSILON = 1e-7;

    private static final Set<Activation> ANY = Set.of();
    private static final Set<Activation> POSITIVE = Set.of(
            Activation.EXPONENTIAL,
            Activation.SOFTPLUS,
            Activation.RELU,
            Activation.SIGMOID,
            Activation.HARD_SIGMOID,
            Activation.SOFTMAX);

    private ElementwiseLosses() {}

    static Loss meanAbsoluteError() {
        return ofError("mean absolute error", new Function((o, t) -> Math.abs(o - t), (o, t) -> Math.signum(o - t)));
    }

    static Loss huber(float delta) {
        if (!(delta > 0f) || delta == Float.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "delta of the Huber loss must be positive and finite, but is " + delta + ".");
        }
        return ofError(
                "Huber (delta " + delta + ")",
                new Function(
                        (o, t) -> {
                            double e = Math.abs(o - t);
                            return e <= delta ? 0.5 * e * e : delta * (e - 0.5 * delta);
                        },
                        (o, t) -> Math.max(-delta, Math.min(delta, o - t))));
    }

    static Loss logCosh() {
        return ofError(
                "log-cosh",
                new Function(
                        (o, t) -> {
                            double e = Math.abs(o - t);
                            return e + PortableMath.log1p(PortableMath.exp(-2.0 * e)) - LOG_2;
                        },
                        (o, t) -> PortableMath.tanh(o - t)));
    }

    static Loss poisson() {
        return new ElementwiseLoss(
                "Poisson",
                new Function(
                        (o, t) -> o - t * PortableMath.log(Math.max(EPSILON, o)),
                        (o, t) -> 1.0 - t / Math.max(EPSILON, o)),
                new Function((z, t) -> PortableMath.exp(z) - t * z, (z, t) -> PortableMath.exp(z) - t),
                Activation.EXPONENTIAL,
                TargetRange.COUNT,
                POSITIVE);
    }

    /** With the identity, logits are outputs and the two gradients are one. */
    private static Loss ofError(String name, Function function) {
        return new ElementwiseLoss(name, function, function, Activation.IDENTITY, TargetRange.NUMBER, ANY);
    }
}
