package dev.netwright.runtime.training;

import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.file.TensorFile;
import dev.netwright.runtime.optimizer.RunState;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalInt;

/** What a run remembered, on its way back from the tensors of a file; a run is told of a damage by an {@link UncheckedIOException}. */
final class FoundState implements RunState {
    private final String prefix;
    private final TensorFile file;
    private final boolean areFloatsFinite;

    private FoundState(String prefix, TensorFile file, boolean areFloatsFinite) {
        this.prefix = prefix;
        this.file = file;
        this.areFloatsFinite = areFloatsFinite;
    }

    /** @param prefix what the tensors' names begin with */
    FoundState(String prefix, TensorFile file) {
        this(prefix, file, false);
    }

    /**
     * Where arrays of floats are parameters or statistics of a network, which are finite.
     *
     * @param prefix what the tensors' names begin with
     */
    static FoundState ofNetworks(String prefix, TensorFile file) {
        return new FoundState(prefix, file, true);
    }

    @Override
    public void setting(String name, Number value) {}

    @Override
    public void floats(String name, float[] numbers) {
        float[] found = tensor(name, "F32", List.of(numbers.length)).floats();
        OptionalInt fault = areFloatsFinite ? DataChecks.firstNotFinite(found) : OptionalInt.empty();
        if (fault.isPresent()) {
            throw failure(
                    name,
                    "element " + fault.getAsInt() + " is " + found[fault.getAsInt()]
                            + "; every one is finite in a network that can be used.");
        }
        System.arraycopy(found, 0, numbers, 0, numbers.length);
    }

    @Override
    public void doubles(String name, double[] numbers) {
        double[] found = tensor(name, "F64", List.of(numbers.length)).doubles();
        System.arraycopy(found, 0, numbers, 0, numbers.length);
    }

    @Override
    public double number(String name, double value) {
        return tensor(name, "F64", List.of()).doubles()[0];
    }

    @Override
    public long count(String name, long value, long most) {
        long found = tensor(name, "I64", List.of()).longs()[0];
        if (found < 0 || found > most) {
            throw failure(name, "it is " + found + ", but must be from 0 to " + most + ".");
        }
        return found;
    }

    private Tensor tensor(String name, String type, List<Integer> shape) {
        Tensor tensor = file.find(prefix + name)
                .orElseThrow(() -> failure(name, "it is missing, but a run of these settings has it."));
        if (!tensor.type().equals(type) || !tensor.shape().equals(shape)) {
            throw failure(
                    name,
                    "it is " + tensor.type() + " " + tensor.shape() + ", but a run of these settings has " + type + " "
                            + shape + ".");
        }
        return tensor;
    }

    private UncheckedIOException failure(String name, String problem) {
        return StateFile.unchecked(new DataFormatException(file.source(), "tensor \"" + prefix + name + "\"", problem));
    }
}
