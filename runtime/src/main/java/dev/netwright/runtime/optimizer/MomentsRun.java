package dev.netwright.runtime.optimizer;

/** The state of one run of Adam or a relative: the running means of gradients and of their squares. */
abstract class MomentsRun extends FirstOrderRun {
    final float beta1;
    final float beta2;
    final float epsilon;
    final float[] means;
    final float[] squares;
    final BiasCorrection correction;

    /** {@code rate / (1 - β₁ᵗ)} of the current step. */
    float meanRate;

    /** {@code 1 / √(1 - β₂ᵗ)} of the current step. */
    float rootScale;

    MomentsRun(int parameterCount, MomentNumbers numbers) {
        super(parameterCount, FiniteCheck.SQUARES_ADD_UP);
        beta1 = numbers.beta1();
        beta2 = numbers.beta2();
        epsilon = numbers.epsilon();
        means = new float[parameterCount];
        squares = new float[parameterCount];
        correction = new BiasCorrection(beta1, beta2);
    }

    @Override
    public void exchange(RunState state) {
        state.setting("beta1", beta1);
        state.setting("beta2", beta2);
        state.setting("epsilon", epsilon);
        state.floats("means", means);
        state.floats("squares", squares);
        correction.exchange(state);
    }

    @Override
    void startStep(float rate) {
        correction.nextStep();
        meanRate = rate * correction.ofMean();
        rootScale = correction.ofRoot();
    }
}
