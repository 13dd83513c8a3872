package dev.netwright.verification.random;

import dev.netwright.processor.testing.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One random declaration.
 *
 * @param packageName empty for the unnamed package
 * @param name        the interface's simple name
 * @param members     what the interface has of its own
 * @param seed        of its parameters and data
 */
record RandomNetwork(
        Placement placement,
        String packageName,
        String name,
        String members,
        int inputs,
        List<RandomLayer> layers,
        long seed) {
    /** Names that an interface shares with no other, wherever it is put. */
    RandomNetwork inBatch(int index) {
        return packageName.isEmpty()
                ? new RandomNetwork(placement, "", name + index, members, inputs, layers, seed)
                : new RandomNetwork(placement, packageName + index, name, members, inputs, layers, seed);
    }

    /** A name that is written twice, or by default for another layer, is left out. */
    RandomNetwork withDistinctNames() {
        List<RandomLayer> distinct = new ArrayList<>();
        for (RandomLayer layer : layers) {
            boolean isTaken = layer.name().isPresent()
                    && (isDefault(layer.name().get())
                            || distinct.stream().anyMatch(other -> other.name().equals(layer.name())));
            distinct.add(isTaken ? layer.withName(Optional.empty()) : layer);
        }
        return new RandomNetwork(placement, packageName, name, members, inputs, distinct, seed);
    }

    private static boolean isDefault(String layerName) {
        return layerName.equals("output") || layerName.matches("hidden[0-9]+");
    }

    String className() {
        return (packageName.isEmpty() ? "" : packageName + ".") + placement.generatedName(name);
    }

    SourceFile file() {
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        return new SourceFile(folder + placement.fileName(name) + ".java", toString());
    }

    /** The source. */
    @Override
    public String toString() {
        String annotations = "@SuppressWarnings(\"netwright\")\n@dev.netwright.annotations.Input(" + inputs + ")\n"
                + layers.stream().map(layer -> layer + "\n").collect(Collectors.joining());
        String packageLine = packageName.isEmpty() ? "" : "package " + packageName + ";\n";
        return packageLine + placement.source(annotations, name, members);
    }
}
