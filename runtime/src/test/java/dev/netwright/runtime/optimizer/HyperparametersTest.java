package dev.netwright.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that no optimizer can work with are refused at once, and the message has them. */
class HyperparametersTest {
    static Stream<Arguments> positive() {
        return Stream.of(
                argument("The learning rate", Sgd::new),
                argument("The learning rate", Momentum::new),
                argument("The learning rate", Nesterov::new),
                argument("The learning rate", Adagrad::new),
                argument("The learning rate", RmsProp::new),
                argument("The learning rate", Adadelta::new),
                argument("The learning rate", Adam::new),
                argument("The learning rate", AmsGrad::new),
                argument("The learning rate", AdamW::new),
                argument("The learning rate", NAdam::new),
                argument("The learning rate", Lion::new),
                argument("The learning rate", RProp::new),
                argument("Epsilon", x -> new Adagrad(1f, x)),
                argument("Epsilon", x -> new RmsProp(1f, 0.9f, x)),
                argument("Epsilon", x -> new Adadelta(1f, 0.9f, x)),
                argument("Epsilon", x -> new Adam(1f, 0.9f, 0.9f, x)),
                argument("Epsilon", x -> new AmsGrad(1f, 0.9f, 0.9f, x)),
                argument("Epsilon", x -> new AdamW(1f, 0f, 0.9f, 0.9f, x)),
                argument("Epsilon", x -> new NAdam(1f, 0.9f, 0.9f, x)),
                argument("The limit of a gradient", x -> new Sgd(1f).clipValue(x)),
                argument("The limit of the gradients' norm", x -> new Sgd(1f).clipNorm(x)));
    }

    static Stream<Arguments> shares() {
        return Stream.of(
                argument("Momentum", x -> new Momentum(1f, x)),
                argument("Momentum", x -> new Nesterov(1f, x)),
                argument("Rho", x -> new RmsProp(1f, x, 1f)),
                argument("Rho", x -> new Adadelta(1f, x, 1f)),
                argument("Beta 1", x -> new Adam(1f, x, 0.9f, 1f)),
                argument("Beta 2", x -> new Adam(1f, 0.9f, x, 1f)),
                argument("Beta 1", x -> new AmsGrad(1f, x, 0.9f, 1f)),
                argument("Beta 2", x -> new AmsGrad(1f, 0.9f, x, 1f)),
                argument("Beta 1", x -> new AdamW(1f, 0f, x, 0.9f, 1f)),
                argument("Beta 2", x -> new AdamW(1f, 0f, 0.9f, x, 1f)),
                argument("Beta 1", x -> new NAdam(1f, x, 0.9f, 1f)),
                argument("Beta 2", x -> new NAdam(1f, 0.9f, x, 1f)),
                argument("Beta 1", x -> new Lion(1f, 0f, x, 0.9f)),
                argument("Beta 2", x -> new Lion(1f, 0f, 0.9f, x)));
    }

    static Stream<Arguments> decays() {
        return Stream.of(
                argument("Weight decay", x -> new AdamW(1f, x, 0.9f, 0.9f, 1f)),
                argument("Weight decay", x -> new Lion(1f, x, 0.9f, 0.9f)),
                argument("Weight decay", x -> new AdamW(1f).weightDecay(x)),
                argument("Weight decay", x -> new AdamW(1f).clipNorm(1f).weightDecay(x)),
                argument("Weight decay", x -> new Sgd(1f).weightDecay(x)),
                argument("Weight decay", x -> new Lbfgs().weightDecay(x)));
    }

    private static Arguments argument(String name, Function<Float, Optimizer> optimizer) {
        return arguments(name, optimizer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("positive")
    void mustBePositiveAndFinite(String name, Function<Float, Optimizer> optimizer) {
        refuses(optimizer, name + " must be positive and finite, but is ", Float.NaN, 0f, -0f, -1e-3f);
        refuses(optimizer, name + " must be positive and finite, but is ", Float.POSITIVE_INFINITY);
        optimizer.apply(1e-3f);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shares")
    void mustBeAtLeastZeroAndLessThanOne(String name, Function<Float, Optimizer> optimizer) {
        String text = name + " must be at least 0 and less than 1, but is ";
        refuses(optimizer, text, Float.NaN, -0.1f, 1f, 1.5f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
        optimizer.apply(0f);
        optimizer.apply(0.9999f);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decays")
    void mustBeAtLeastZeroAndFinite(String name, Function<Float, Optimizer> optimizer) {
        String text = name + " must be at least 0 and finite, but is ";
        refuses(optimizer, text, Float.NaN, -1e-9f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
        optimizer.apply(0f);
    }

    @Test
    void rPropRefusesFirstStepsThatItWouldNotKeep() {
        for (float step : new float[] {9e-7f, 50.1f}) {
            assertThatThrownBy(() -> new RProp(step))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The first step of RPROP must be from 1.0E-6 to 50.0, but is " + step + ".");
        }
        new RProp(1e-6f);
        new RProp(50f);
    }

    @Test
    void lbfgsNeedsAHistory() {
        assertThatThrownBy(() -> new Lbfgs(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The history of L-BFGS must be at least 1 step, but is 0.");
    }

    private static void refuses(Function<Float, Optimizer> optimizer, String text, float... values) {
        for (float value : values) {
            assertThatThrownBy(() -> optimizer.apply(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(text + value + ".");
        }
    }
}
