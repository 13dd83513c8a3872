package dev.netwright.runtime.training;

import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.optimizer.RunState;
import java.util.List;

/** What a run remembers, on its way into tensors. */
final class KeptState implements RunState {
    private final String prefix;
    private final List<Tensor> tensors;

    /**
     * @param prefix  what the tensors' names begin with
     * @param tensors receives them; they have the run's live arrays
     */
    KeptState(String prefix, List<Tensor> tensors) {
        this.prefix = prefix;
        this.tensors = tensors;
    }

    /** Compared as a text, before anything is read. */
    @Override
    public void setting(String name, Number value) {}

    @Override
    public void floats(String name, float[] numbers) {
        tensors.add(Tensor.of(prefix + name, numbers, numbers.length));
    }

    @Override
    public void doubles(String name, double[] numbers) {
        tensors.add(Tensor.of(prefix + name, numbers, numbers.length));
    }

    @Override
    public double number(String name, double value) {
        tensors.add(Tensor.of(prefix + name, new double[] {value}));
        return value;
    }

    @Override
    public long count(String name, long value, long most) {
        tensors.add(Tensor.of(prefix + name, new long[] {value}));
        return value;
    }
}
