package dev.netwright.testing;

import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.topology.Topology;
import java.util.function.Consumer;

/** A network whose passes compute what another's do, and then something goes wrong. */
final class FaultyNetwork implements Network {
    private final Network sound;
    private final Fault fault;

    /** What a fault may change after it was computed, in place. */
    record Fault(
            Consumer<float[]> logits,
            Consumer<float[]> outputs,
            Consumer<float[]> parameterGradients,
            Consumer<float[]> inputGradients) {
        private static final Consumer<float[]> NONE = values -> {};

        static Fault inLogits(Consumer<float[]> fault) {
            return new Fault(fault, NONE, NONE, NONE);
        }

        static Fault inOutputs(Consumer<float[]> fault) {
            return new Fault(NONE, fault, NONE, NONE);
        }

        static Fault inParameterGradients(Consumer<float[]> fault) {
            return new Fault(NONE, NONE, fault, NONE);
        }

        static Fault inInputGradients(Consumer<float[]> fault) {
            return new Fault(NONE, NONE, NONE, fault);
        }
    }

    FaultyNetwork(Network sound, Fault fault) {
        this.sound = sound;
        this.fault = fault;
    }

    @Override
    public Topology topology() {
        return sound.topology();
    }

    @Override
    public Standardizer standardizer() {
        return sound.standardizer();
    }

    @Override
    public void standardize(Standardizer standardizer) {
        sound.standardize(standardizer);
    }

    @Override
    public float[] parameters() {
        return sound.parameters();
    }

    @Override
    public Pass newPass(int capacity) {
        return new FaultyPass(sound.newPass(capacity), fault);
    }

    @Override
    public float[] predict(float[] input) {
        return sound.predict(input);
    }

    @Override
    public void predict(float[] input, float[] output) {
        sound.predict(input, output);
    }

    @Override
    public float[] predict(float[] inputs, int rows) {
        return sound.predict(inputs, rows);
    }

    @Override
    public void predict(float[] inputs, int rows, float[] outputs) {
        sound.predict(inputs, rows, outputs);
    }

    @Override
    public Network copy() {
        return new FaultyNetwork(sound.copy(), fault);
    }

    private static final class FaultyPass extends GeneratedPass {
        private final Pass sound;
        private final Fault fault;

        FaultyPass(Pass sound, Fault fault) {
            super(sound.topology(), sound.capacity());
            this.sound = sound;
            this.fault = fault;
        }

        @Override
        public float[] outputs() {
            return changed(sound.outputs(), fault.outputs());
        }

        @Override
        public float[] logits() {
            return changed(sound.logits(), fault.logits());
        }

        /** Not in place, since a pass may use its outputs on the way back. */
        private static float[] changed(float[] values, Consumer<float[]> fault) {
            float[] changed = values.clone();
            fault.accept(changed);
            return changed;
        }

        @Override
        protected void allocateBackward(int capacity) {}

        @Override
        protected void computeForward(int rows) {
            sound.forward(inputs, inputOffset / topology().inputSize(), rows);
        }

        @Override
        protected void computeDeltas(float[] outputGradients, int rows) {
            sound.backwardDeltas(outputGradients);
        }

        @Override
        protected void computeDeltasFromLogits(float[] logitGradients, int rows) {
            sound.backwardDeltasFromLogits(logitGradients);
        }

        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            sound.addParameterGradients(gradients, share);
            fault.parameterGradients().accept(gradients);
        }

        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            float[] computed = sound.inputGradients();
            System.arraycopy(computed, 0, inputGradients, 0, computed.length);
            fault.inputGradients().accept(inputGradients);
        }
    }
}
