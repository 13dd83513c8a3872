package dev.netwright.verification.random;

import dev.netwright.runtime.Network;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** The ways to make a network that a generated class has, whoever may see it. */
record GeneratedClass(Class<?> type) {
    /** {@code create(seed)}. */
    Network create(long seed) {
        return call("create", long.class, seed);
    }

    /** {@code of(parameters)}. */
    Network of(float[] parameters) {
        return call("of", float[].class, parameters);
    }

    private Network call(String name, Class<?> parameter, Object argument) {
        try {
            Method method = type.getDeclaredMethod(name, parameter);
            method.setAccessible(true);
            return (Network) method.invoke(null, argument);
        } catch (InvocationTargetException e) {
            throw new AssertionError(type + "." + name + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " has no " + name, e);
        }
    }
}
