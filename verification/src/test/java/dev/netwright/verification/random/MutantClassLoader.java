package dev.netwright.verification.random;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads generated networks together with kernels of their own, some of them mutants: every class of the kernels' package
 * anew, from the mutant's folder where it has one.
 */
final class MutantClassLoader extends ClassLoader {
    static final String KERNELS = "dev.netwright.runtime.kernel.";

    /** What a pass, which is no mutant, hands to the kernels. */
    private static final String SHARED = KERNELS + "GradientShare";

    private final Path mutant;
    private final Path generated;
    private final String generatedPackage;

    MutantClassLoader(Path mutant, Path generated, String generatedPackage) {
        super(MutantClassLoader.class.getClassLoader());
        this.mutant = mutant;
        this.generated = generated;
        this.generatedPackage = generatedPackage;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean isOfKernels = name.startsWith(KERNELS) && !name.equals(SHARED);
        if (!isOfKernels && !name.startsWith(generatedPackage)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try {
            for (Path folder : new Path[] {mutant, generated}) {
                if (Files.exists(folder.resolve(file))) {
                    byte[] bytes = Files.readAllBytes(folder.resolve(file));
                    return defineClass(name, bytes, 0, bytes.length);
                }
            }
            try (InputStream original = getParent().getResourceAsStream(file)) {
                if (original == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = original.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
