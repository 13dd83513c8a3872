package dev.netwright.verification.random;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Makes as many tries as the system property {@code netwright.networks} wants networks, in batches, and from the seed in
 * {@code netwright.seed} where there is one.
 */
final class NetworkCount implements AroundPropertyHook {
    /** Networks that one run of a compiler takes: starting it costs more than compiling one. */
    static final int BATCH = 25;

    private static final int BY_DEFAULT = 200;

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        int networks = Integer.getInteger("netwright.networks", BY_DEFAULT);
        context.attributes().setTries((networks + BATCH - 1) / BATCH);
        String seed = System.getProperty("netwright.seed", "");
        if (!seed.isEmpty()) {
            context.attributes().setSeed(seed);
        }
        return property.execute();
    }
}
