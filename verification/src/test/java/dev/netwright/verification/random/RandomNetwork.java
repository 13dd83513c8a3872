package dev.netwright.verification.random;

import dev.netwright.annotations.Merge;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.runtime.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        List<Integer> inputSizes,
        List<RandomLayer> layers,
        List<RandomWiring> wirings,
        long seed) {
    /** A sequence: every layer reads the one above. */
    RandomNetwork(
            Placement placement,
            String packageName,
            String name,
            String members,
            int inputs,
            List<RandomLayer> layers,
            long seed) {
        this(
                placement,
                packageName,
                name,
                members,
                List.of(inputs),
                layers,
                Collections.nCopies(layers.size(), RandomWiring.ABOVE),
                seed);
    }

    /** The same with other layers. */
    RandomNetwork with(List<RandomLayer> otherLayers, List<RandomWiring> otherWirings) {
        return new RandomNetwork(placement, packageName, name, members, inputSizes, otherLayers, otherWirings, seed);
    }

    /** The same features in several inputs. */
    RandomNetwork withInputs(List<Integer> sizes) {
        return new RandomNetwork(placement, packageName, name, members, sizes, layers, wirings, seed);
    }

    /** Features of all inputs. */
    int inputs() {
        return inputSizes.stream().mapToInt(Integer::intValue).sum();
    }

    /** Columns of an input or layer. */
    int columnsOf(int node) {
        return node < 0 ? inputSizes.get(-1 - node) : layers.get(node).size();
    }

    /** The name of a layer, or of an input. */
    String nameOf(int layer) {
        if (layer < 0) {
            return "input" + (inputSizes.size() == 1 ? "" : -layer);
        }
        if (layer >= layers.size()) {
            return "nobody";
        }
        boolean isLast = layer == layers.size() - 1;
        return layers.get(layer).name().orElse(isLast ? "output" : "hidden" + (layer + 1));
    }

    /** What a layer reads and adds, by name. */
    Topology.Wiring wiring(int layer) {
        RandomWiring wiring = wirings.get(layer);
        return new Topology.Wiring(
                wiring.sources(layer).stream().map(this::nameOf).toList(),
                wiring.merge(),
                wiring.residual().isPresent() ? nameOf(wiring.residual().getAsInt()) : "");
    }

    /** Whether all that a layer reads exists. */
    boolean readsWhatIsThere(int layer) {
        return wirings.get(layer).sources(layer).stream()
                .allMatch(node -> node < layers.size() && node >= -inputSizes.size());
    }

    /** The outputs: the last layer, and those that say so. */
    List<Integer> heads() {
        return IntStream.range(0, layers.size())
                .filter(i -> i == layers.size() - 1 || wirings.get(i).isOutput())
                .boxed()
                .toList();
    }

    /** Columns that a layer reads. */
    int inputsOf(int layer) {
        IntStream columns = wirings.get(layer).sources(layer).stream().mapToInt(this::columnsOf);
        return wirings.get(layer).merge() == Merge.CONCATENATE
                ? columns.sum()
                : columns.findFirst().orElseThrow();
    }

    /** Names that an interface shares with no other, wherever it is put. */
    RandomNetwork inBatch(int index) {
        return packageName.isEmpty()
                ? new RandomNetwork(placement, "", name + index, members, inputSizes, layers, wirings, seed)
                : new RandomNetwork(placement, packageName + index, name, members, inputSizes, layers, wirings, seed);
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
        return with(distinct, wirings);
    }

    private static boolean isDefault(String layerName) {
        return layerName.matches("input[0-9]*") || layerName.equals("output") || layerName.matches("hidden[0-9]+");
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
        String annotations = "@SuppressWarnings(\"netwright\")\n"
                + inputSizes.stream()
                        .map(size -> "@dev.netwright.annotations.Input(" + size + ")\n")
                        .collect(Collectors.joining())
                + IntStream.range(0, layers.size())
                        .mapToObj(i -> layers.get(i).text(wirings.get(i), this::nameOf) + "\n")
                        .collect(Collectors.joining());
        String packageLine = packageName.isEmpty() ? "" : "package " + packageName + ";\n";
        return packageLine + placement.source(annotations, name, members);
    }
}
