package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.processor.diagnostic.Origin;

/** One {@code @Layer} as the user wrote it. */
record LayerDeclaration(
        Origin origin,
        Declared<Integer> size,
        Declared<Activation> activation,
        Declared<Float> alpha,
        Declared<String> name,
        Declared<Boolean> bias,
        Declared<Initializer> init,
        Declared<Float> constant) {}
