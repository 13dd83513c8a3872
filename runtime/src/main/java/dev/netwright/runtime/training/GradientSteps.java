package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.optimizer.NonFiniteLossException;
import dev.netwright.runtime.optimizer.Objective;
import dev.netwright.runtime.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An optimizer in a loop of one's own, which has gradients from a {@code Pass} and a loss that need be no {@code Loss}.
 *
 * <pre>{@code
 * GradientSteps steps = GradientSteps.of(net, new Adam(1e-3f).clipNorm(1f));
 * while (playing) {
 *     pass.forward(states, rows);
 *     pass.backward(outputGradients);
 *     steps.step(pass.gradients());
 * }
 * }</pre>
 *
 * <p>Layers with {@code trainable = false} stay as they are. Penalties that layers declare, {@code l1} and {@code l2}, are a part of the
 * trainer's losses and are not added here. A pass sets, and a step goes through, all rows of an embedding's table, where the trainer keeps to
 * those that the batch picked. In steady state a step allocates nothing. For one thread.
 */
public final class GradientSteps {
    private final GivenGradients given;
    private final Network network;
    private final Optimizer optimizer;
    private Optimizer.Run run;
    private long steps;

    private GradientSteps(Network network, Optimizer optimizer) {
        given = new GivenGradients(network);
        this.network = network;
        this.optimizer = optimizer;
        run = optimizer.start(network.parameters().length);
    }

    /**
     * From the optimizer's beginning.
     *
     * @throws IllegalArgumentException if the optimizer evaluates a loss several times in a step, as {@code Lbfgs} does, which needs an
     *                                  {@link Objective}; or if nothing of the network is trained
     */
    public static GradientSteps of(Network network, Optimizer optimizer) {
        Objects.requireNonNull(network, "network");
        if (optimizer.searchesAlongLine()) {
            throw new IllegalArgumentException(optimizer.name()
                    + " compares losses along a line, so gradients alone are not enough for it; give an Objective to the run"
                    + " that its start(parameterCount) returns.");
        }
        TrainedParameters.requireAny(network.topology());
        return new GradientSteps(network, optimizer);
    }

    /** As {@link #step(float[], float)}, with the optimizer's own learning rate. */
    public void step(float[] gradients) {
        step(gradients, optimizer.learningRate());
    }

    /**
     * Moves the parameters once.
     *
     * @param gradients    dL/dp for every parameter p, as {@code Pass.gradients()} has them; clipping and weight decay of the optimizer
     *                     change them
     * @param learningRate the rate of this step, finite and at least 0
     * @throws IllegalArgumentException if there is not one gradient for each parameter, or the rate is out of range; nothing has been
     *                                  changed then
     * @throws NonFiniteLossException   if a gradient is not finite, or so large that sums of squares could overflow; parameters and the
     *                                  optimizer's state are as they were then
     */
    public void step(float[] gradients, float learningRate) {
        given.take(gradients);
        run.step(given, learningRate);
        steps++;
    }

    /** Steps that went well, those before {@link #resume} included: what decides what a pass drops, and where a loop goes on. */
    public long steps() {
        return steps;
    }

    /**
     * Keeps the network and what the optimizer remembers in a file, wholly or not at all.
     *
     * @throws IOException                   if it cannot be written; the file that was there before is as it was then
     * @throws UnsupportedOperationException if the optimizer does not say what it remembers
     */
    public void save(Path file) throws IOException {
        SavedSteps.write(file, network, StateKind.GRADIENTS, RunSettings.ofSteps(network, optimizer, run), run, steps);
    }

    /**
     * Goes on from a file that {@link #save} has written: the same gradients as then give the same bits as then.
     *
     * @throws DataFormatException      if the file is damaged, has no state of such a training, or another kind of training has
     *                                  written it; nothing has been changed then
     * @throws IOException              if it cannot be read; nothing has been changed then
     * @throws IllegalArgumentException if it is of another network or optimizer; nothing has been changed then
     */
    public void resume(Path file) throws IOException {
        Optimizer.Run fresh = optimizer.start(network.parameters().length);
        steps = SavedSteps.read(
                file, network, StateKind.GRADIENTS, RunSettings.ofSteps(network, optimizer, run), fresh);
        run = fresh;
    }

    /** A loss of which nothing is known but the gradients. */
    private static final class GivenGradients implements Objective {
        private final Network network;
        private final TrainedParameters trained;
        private float[] gradients = {};

        GivenGradients(Network network) {
            this.network = network;
            trained = new TrainedParameters(network.topology());
        }

        void take(float[] next) {
            int count = network.parameters().length;
            if (next.length != count) {
                throw new IllegalArgumentException(
                        "There are " + next.length + " gradients for " + count + " parameters; give one for each.");
            }
            gradients = next;
        }

        @Override
        public float[] parameters() {
            return network.parameters();
        }

        @Override
        public float[] gradients() {
            return gradients;
        }

        @Override
        public double evaluate() {
            return 0;
        }

        @Override
        public void forRanges(RangeWork work) {
            trained.forAll(work);
        }
    }
}
