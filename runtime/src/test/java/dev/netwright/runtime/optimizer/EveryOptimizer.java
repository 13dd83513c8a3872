package dev.netwright.runtime.optimizer;

import java.util.stream.Stream;

/** One of each optimizer, for what all of them must do. */
final class EveryOptimizer {
    private EveryOptimizer() {}

    static Stream<Optimizer> all() {
        return Stream.concat(firstOrder(), Stream.of(new Lbfgs(), new Lbfgs(3).weightDecay(0.01f)));
    }

    /** Those that evaluate once a step. */
    static Stream<Optimizer> firstOrder() {
        return Stream.of(
                new Sgd(0.1f),
                new Momentum(0.1f),
                new Nesterov(0.1f),
                new Adagrad(0.1f),
                new RmsProp(0.1f),
                new Adadelta(),
                new Adam(0.1f),
                new AmsGrad(0.1f),
                new AdamW(0.1f),
                new NAdam(0.1f),
                new Lion(0.1f),
                new RProp(),
                new Adam(0.1f).weightDecay(0.01f),
                new Sgd(0.1f).clipValue(0.5f),
                new Momentum(0.1f).clipNorm(0.5f),
                new AdamW(0.1f).clipValue(2f).clipNorm(1f));
    }

    /** Those that add up squares of gradients. */
    static Stream<Optimizer> squaring() {
        return Stream.of(
                new Adagrad(0.1f),
                new RmsProp(0.1f),
                new Adadelta(),
                new Adam(0.1f),
                new AmsGrad(0.1f),
                new AdamW(0.1f),
                new NAdam(0.1f));
    }
}
