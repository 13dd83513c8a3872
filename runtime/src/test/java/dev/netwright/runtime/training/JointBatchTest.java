package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.kernel.GradientShare;
import org.junit.jupiter.api.Test;

class JointBatchTest {
    /** Each row more would need other passes, if they had only just room. */
    @Test
    void batchesThatGrowRowByRowNeedFewPasses() {
        Network network = new HandWritten(3, 2, 1, 1);
        BlockWorker[] workers = BlockWorker.of(network, 1, 2);
        int made = 0;
        try (WorkerTeam team = new WorkerTeam(1)) {
            GradientShare[] shares = {GradientShare.ALL};
            JointBatch batch = new JointBatch(network, team, workers, shares);
            for (int rows = 2; rows <= BlockWorker.MOST_ROWS; rows++) {
                BlockWorker before = workers[0];
                batch.makeRoom(rows);
                made += workers[0] == before ? 0 : 1;
                assertThat(workers[0].capacity()).isBetween(rows, Math.max(BlockWorker.MEASURED_ROWS, 2 * rows));
            }
        }
        assertThat(made).isLessThan(6);
    }
}
