package dev.netwright.verification.random;

import dev.netwright.runtime.Network;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** The ways to make a network that a generated class has, whoever may see it. */
record GeneratedClass(Class<?> type) {
    /** {@code create(seed)}. */
    Network create(long seed) {
        return call("create", new Class<?>[] {long.class}, seed);
    }

    /** {@code of(parameters)}, or where layers are normalised over the batch {@code of(parameters, statistics)}. */
    Network of(float[] parameters, float[] statistics) {
        return statistics.length == 0
                ? call("of", new Class<?>[] {float[].class}, parameters)
                : call("of", new Class<?>[] {float[].class, float[].class}, parameters, statistics);
    }

    private Network call(String name, Class<?>[] types, Object... arguments) {
        try {
            Method method = type.getDeclaredMethod(name, types);
            method.setAccessible(true);
            return (Network) method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(type + "." + name + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " has no " + name, e);
        }
    }
}
