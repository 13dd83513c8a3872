package dev.netwright.runtime.optimizer;

import java.util.HashMap;
import java.util.Map;

/** Takes from one run and gives to another what they remember. */
final class RememberedState implements RunState {
    private final Map<String, Object> values = new HashMap<>();
    private boolean isGiving;

    /** From now on gives back. */
    RememberedState giving() {
        isGiving = true;
        return this;
    }

    private Object exchanged(String name, Object value) {
        if (!isGiving && values.put(name, value) != null) {
            throw new AssertionError(name + " is named twice");
        }
        return values.get(name);
    }

    @Override
    public void setting(String name, Number value) {
        if (!exchanged(name, value).equals(value)) {
            throw new AssertionError(name);
        }
    }

    @Override
    public void floats(String name, float[] numbers) {
        System.arraycopy(exchanged(name, numbers.clone()), 0, numbers, 0, numbers.length);
    }

    @Override
    public void doubles(String name, double[] numbers) {
        System.arraycopy(exchanged(name, numbers.clone()), 0, numbers, 0, numbers.length);
    }

    @Override
    public double number(String name, double value) {
        return (double) exchanged(name, value);
    }

    @Override
    public long count(String name, long value, long most) {
        if (value < 0 || value > most) {
            throw new AssertionError(name + " is " + value + ", beyond " + most);
        }
        return (long) exchanged(name, value);
    }
}
