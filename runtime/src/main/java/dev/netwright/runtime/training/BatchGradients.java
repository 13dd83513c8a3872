package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.optimizer.Objective.RangeWork;
import dev.netwright.runtime.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The gradients of a batch, laid out as the parameters, and how threads share them. Of an embedding's table a batch picks some rows. The
 * others have gradients of 0 from one evaluation to the next, unless somebody has changed them, so that a large table costs
 * what is picked from it.
 */
final class BatchGradients {
    /** Below so many parameters, waiting for others costs more than they save in work on each of them. */
    private static final int SHARED_PARAMETERS = 1 << 15;

    private final float[] gradients;
    private final TrainedParameters trained;
    private final List<PickedRows> tables;

    /** For one thread alone, and of each of several. */
    private final Shares alone = new Shares(0, 1);

    private final Shares[] shares;
    private final WorkerTeam team;
    private final IntConsumer forShare = this::forShare;
    private final IntConsumer forNonZeroShare = this::forNonZeroShare;
    private final RangeWork clear = this::clear;

    /** Whether nobody has changed gradients beside those of the picked rows since the last evaluation, and before the current one. */
    private boolean areZerosKept;

    private boolean wereZerosKept;
    private RangeWork work = (from, to) -> {};

    /** A thread's: where sums start, where they start and zeros are kept, and where they go on. */
    private record Shares(GradientShare start, GradientShare startAmongZeros, GradientShare further) {
        Shares(int part, int parts) {
            this(
                    new GradientShare(part, parts, /* continues= */ false),
                    new GradientShare(part, parts, /* continues= */ false, /* keepsZeros= */ true),
                    new GradientShare(part, parts, /* continues= */ true, /* keepsZeros= */ true));
        }
    }

    BatchGradients(Topology topology, WorkerTeam team) {
        this.team = team;
        gradients = new float[topology.parameterCount()];
        tables = PickedRows.of(topology);
        trained = new TrainedParameters(topology, tables);
        shares = new Shares[team.size()];
        Arrays.setAll(shares, part -> new Shares(part, shares.length));
    }

    /** For this package, which changes none but those of the parameters that a batch has to do with. */
    float[] array() {
        return gradients;
    }

    /** For others, who may change any: what was promised before counts no more. */
    float[] handOut() {
        areZerosKept = false;
        return gradients;
    }

    /** Of each thread its share of what is shared out. */
    GradientShare[] shares() {
        return Arrays.stream(shares).map(Shares::start).toArray(GradientShare[]::new);
    }

    /** See {@link dev.netwright.runtime.optimizer.Objective#zerosAreKept}. */
    void zerosAreKept() {
        areZerosKept = true;
    }

    /** Begins an evaluation. Should it fail, the next sets all gradients. */
    void begin() {
        wereZerosKept = areZerosKept;
        areZerosKept = false;
        if (!wereZerosKept) {
            for (int i = 0; i < tables.size(); i++) {
                tables.get(i).forget();
            }
        }
    }

    /**
     * Adds those of the passes of some workers, one after the other: of one thread alone all, of several its share.
     *
     * @param isFirst whether these are the first rows of the batch
     */
    void add(BlockWorker[] workers, int blocks, boolean isFirst, int thread, int threads) {
        Shares own = threads == 1 ? alone : shares[thread];
        GradientShare start = wereZerosKept ? own.startAmongZeros : own.start;
        if (isFirst && wereZerosKept) {
            for (int i = 0; i < tables.size(); i++) {
                tables.get(i).forShare(start, clear);
            }
        }
        for (int block = 0; block < blocks; block++) {
            workers[block].pass().addParameterGradients(gradients, isFirst && block == 0 ? start : own.further);
        }
    }

    private void clear(int from, int to) {
        Arrays.fill(gradients, from, to, 0f);
    }

    /** To be called when all are added: remembers what these rows picked. */
    void pick(Dataset data, int[] order, int first, int rows) {
        for (int i = 0; i < tables.size(); i++) {
            tables.get(i).find(data, order, first, rows);
        }
    }

    /**
     * Work on all parameters that are trained.
     *
     * @param isShared whether threads share it where that pays: each goes on with the gradients that it computed, which its caches still hold
     */
    void forTrained(RangeWork work, boolean isShared) {
        if (isShared && gradients.length >= SHARED_PARAMETERS) {
            this.work = work;
            team.run(team.size(), forShare);
        } else {
            trained.forAll(work);
        }
    }

    private void forShare(int thread) {
        trained.forShare(shares[thread].start, work);
    }

    /** The same for those whose gradients may differ from 0; in ascending order where threads do not share it. */
    void forNonZero(RangeWork work, boolean isShared) {
        if (isShared && trained.nonZeroCount() >= SHARED_PARAMETERS) {
            this.work = work;
            team.run(team.size(), forNonZeroShare);
        } else {
            trained.forNonZero(work);
        }
    }

    private void forNonZeroShare(int thread) {
        trained.forNonZeroShare(shares[thread].start, work);
    }
}
