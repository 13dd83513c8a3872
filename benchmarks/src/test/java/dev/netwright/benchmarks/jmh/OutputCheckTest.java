package dev.netwright.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.benchmarks.peer.Peers;
import dev.netwright.benchmarks.peer.Refusal;
import dev.netwright.benchmarks.peer.Session;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.benchmarks.work.Work;
import dev.netwright.benchmarks.work.Works;
import org.junit.jupiter.api.Test;

class OutputCheckTest {
    private static final Work STEP = new Work(Kind.TRAINING, Works.TINY, 16, Rule.SGD, 1);

    @Test
    void refusesAnOutputThatDiffers() {
        float[] expected = {0.1f, 0.9f};

        assertThatCode(() -> OutputCheck.requireSame("it", new float[] {0.1f, 0.9005f}, expected))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> OutputCheck.requireSame("it", new float[] {0.1f, 0.902f}, expected))
                .isInstanceOf(Refusal.class)
                .hasMessage("it DIFFERS: output 1 is 0.902 instead of 0.9");
        assertThatThrownBy(() -> OutputCheck.requireSame("it", new float[] {Float.NaN, 0.9f}, expected))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesANetworkThatDoesNotLearn() {
        Task task = Task.of(STEP);

        assertThatThrownBy(() -> OutputCheck.check("lazy", task, new Lazy(task), Peers.byId("netwright")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("lazy DIFFERS: after 3 steps of SGD its parameters are off by 100.0 %");
    }

    /** Does nothing and says so fast. */
    private record Lazy(Task task) implements Session {
        @Override
        public float run() {
            return 0;
        }

        @Override
        public float[] outputs() {
            return new float[0];
        }

        @Override
        public float[] parameters() {
            return task.parameters();
        }
    }
}
