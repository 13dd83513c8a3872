package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Origin;

/** One {@code @Input} as the user wrote it. */
record InputDeclaration(Origin origin, Declared<Integer> size, Declared<String> name) {}
