package dev.netwright.runtime.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Chooses the kernels once, when the first is called, and says so in one line of the log. */
final class KernelChoice {
    /** {@code plain} or {@code simd} forces one of the two; left out, the faster that is there is taken. */
    static final String PROPERTY = "netwright.kernels";

    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String SIMD_CLASS = "dev.netwright.runtime.kernel.SimdKernels";
    private static final String HOW_TO_BE_FASTER = "pass --add-modules " + VECTOR_MODULE + " to java to be faster";

    /** The kernels of this JVM. */
    static final KernelSet KERNELS = choose();

    private KernelChoice() {}

    private static KernelSet choose() {
        Logger log = System.getLogger("dev.netwright");
        String wanted = System.getProperty(PROPERTY, "");
        if (wanted.equals("plain")) {
            return announce(log, new PlainKernels(), "chosen by -D" + PROPERTY + "=plain");
        }
        if (!wanted.isEmpty() && !wanted.equals("simd")) {
            log.log(Level.WARNING, "-D{0}={1} is ignored: the values are plain and simd.", PROPERTY, wanted);
        }
        Optional<Module> vectorModule = ModuleLayer.boot().findModule(VECTOR_MODULE);
        if (vectorModule.isEmpty()) {
            if (wanted.equals("simd")) {
                log.log(
                        Level.WARNING,
                        "-D{0}=simd needs --add-modules {1}; plain Java is used.",
                        PROPERTY,
                        VECTOR_MODULE);
            }
            return announce(log, new PlainKernels(), HOW_TO_BE_FASTER);
        }
        try {
            KernelChoice.class.getModule().addReads(vectorModule.get());
            KernelSet simd = Class.forName(SIMD_CLASS)
                    .asSubclass(KernelSet.class)
                    .getDeclaredConstructor()
                    .newInstance();
            return announce(log, simd, VECTOR_MODULE);
        } catch (ReflectiveOperationException | LinkageError e) {
            // Plain Java gives the same bits.
            return announce(log, new PlainKernels(), "the SIMD kernels could not be loaded: " + e);
        }
    }

    private static KernelSet announce(Logger log, KernelSet kernels, String reason) {
        log.log(Level.INFO, "Netwright kernels: {0} ({1}).", kernels.product().description(), reason);
        return kernels;
    }
}
