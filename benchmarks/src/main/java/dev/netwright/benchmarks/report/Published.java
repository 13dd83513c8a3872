package dev.netwright.benchmarks.report;

import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Work;
import dev.netwright.benchmarks.work.Works;
import java.util.List;

/**
 * A figure that others published, of another machine.
 *
 * @param work   the work of ours that comes nearest
 * @param figure what they say
 * @param source who says it
 */
public record Published(Work work, String figure, String source) {
    private static final Work EPOCH = new Work(Kind.TRAINING, Works.REGRESSION, 10_000, Rule.ADAM, 1);

    /** All that we know. */
    public static List<Published> all() {
        String rtNeural = "RTNeural, dense layers of growing size in C++";
        return List.of(
                new Published(
                        EPOCH,
                        "0.41 s on 18 cores and 0.72 s on 32 for 10,000 epochs: 0.66 to 0.74 core-milliseconds an epoch",
                        "SimpleChains.jl"),
                new Published(
                        new Work(Kind.ONE_SAMPLE, Works.NARROWING, 1, Rule.NONE, 1), "506 ns", "hand-written Rust"),
                new Published(new Work(Kind.ONE_SAMPLE, Works.squares().get(0), 1, Rule.NONE, 1), "3.4 ns", rtNeural),
                new Published(new Work(Kind.ONE_SAMPLE, Works.squares().get(4), 1, Rule.NONE, 1), "307 ns", rtNeural));
    }
}
