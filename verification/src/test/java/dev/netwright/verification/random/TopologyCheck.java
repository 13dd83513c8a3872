package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Alpha;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerPooling;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightlessLayer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What a network says of itself is what its declaration says. */
final class TopologyCheck {
    private TopologyCheck() {}

    static void check(RandomNetwork declared, Topology topology) {
        assertThat(topology.name()).isEqualTo(declared.name());
        assertThat(topology.inputSize()).isEqualTo(declared.features());
        assertThat(topology.layers())
                .extracting(NetworkLayer::name)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(-front(declared), declared.layers().size())
                                .mapToObj(i -> i < 0 ? "pixels_" + (front(declared) + 1 + i) : declared.nameOf(i))
                                .toList());
        int offset = 0;
        int statistics = 0;
        Set<String> computed = new HashSet<>();
        Map<String, Pixels> arranged = new HashMap<>();
        declared.front().ifPresent(front -> arranged.put(front.nameOfLast(), front.output()));
        topology.inputs().forEach(input -> computed.add(input.name()));
        for (int i = 0; i < topology.layers().size(); i++) {
            NetworkLayer layer = topology.layers().get(i);
            if (i < front(declared)) {
                assertThat(layer)
                        .isEqualTo(declared.front()
                                .orElseThrow()
                                .expected(
                                        i,
                                        declared.nameOfInput(0),
                                        declared.inputSizes().size() == 1,
                                        offset,
                                        statistics));
                computed.add(layer.name());
                offset += layer.parameterCount();
                statistics += layer.statisticsCount();
                continue;
            }
            int number = number(declared, layer.name());
            LayerWiring wiring = declared.wiring(number);
            Pixels z =
                    declared.wirings().get(number).isWeighted() ? flat(layer.units()) : merged(wiring, layer, arranged);
            arranged.put(layer.name(), z);
            assertThat(layer).isEqualTo(expected(declared, number, layer.wiring(), offset, statistics, z));
            assertThat(topology.sources(i)).isEqualTo(wiring.from());
            assertThat(layer.wiring().merge()).isEqualTo(wiring.merge());
            assertThat(layer.wiring().residual()).isEqualTo(wiring.residual());
            assertThat(computed).containsAll(topology.sources(i));
            computed.add(layer.name());
            offset += layer.parameterCount();
            statistics += layer.statisticsCount();
        }
        assertThat(topology.statisticsCount()).isEqualTo(statistics);
        assertThat(topology.outputs())
                .isEqualTo(declared.heads().stream().map(declared::nameOf).toList());
        assertThat(topology.outputSize())
                .isEqualTo(declared.heads().stream()
                        .mapToInt(head -> declared.layers().get(head).size())
                        .sum());
        assertThat(topology.parameterCount()).isEqualTo(offset);
    }

    private static Pixels flat(int columns) {
        return new Pixels(0, 1, 1, columns);
    }

    /** How what a layer without weights makes of its sources is arranged: as they are where they agree. */
    private static Pixels merged(LayerWiring wiring, NetworkLayer layer, Map<String, Pixels> arranged) {
        List<Pixels> sources = wiring.from().stream()
                .map(name -> arranged.getOrDefault(name, flat(layer.units())))
                .toList();
        Pixels first = sources.get(0);
        if (sources.stream().allMatch(first::equals) && (sources.size() == 1 || wiring.merge() != Merge.CONCATENATE)) {
            return first;
        }
        return wiring.merge() == Merge.CONCATENATE && sources.stream().allMatch(first::hasPixelsOf)
                ? first.withChannels(sources.stream().mapToInt(Pixels::channels).sum())
                : flat(layer.units());
    }

    /** Layers that read pixels. */
    private static int front(RandomNetwork declared) {
        return declared.front().map(pixels -> pixels.layers().size()).orElse(0);
    }

    private static int number(RandomNetwork declared, String name) {
        return IntStream.range(0, declared.layers().size())
                .filter(i -> declared.nameOf(i).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static NetworkLayer expected(
            RandomNetwork declared, int number, LayerWiring wiring, int offset, int statistics, Pixels z) {
        RandomLayer layer = declared.layers().get(number);
        ActivationFunction activation = layer.effectiveActivation();
        float alpha = layer.alpha()
                .orElse(Functions.alpha(activation).map(Alpha::byDefault).orElse(Float.NaN));
        String name = declared.nameOf(number);
        if (!declared.wirings().get(number).isWeighted()) {
            LayerTreatment treatment = treatment(layer, offset, statistics, z);
            return new WeightlessLayer(name, wiring, layer.size(), activation, alpha, LayerPooling.none(), treatment);
        }
        Initializer init = layer.init().orElse(Initializer.AUTO).resolve(activation);
        int columns = declared.inputsOf(number);
        int biases = offset + columns * layer.size();
        boolean hasBiases = layer.hasBiases();
        return new DenseLayer(
                name,
                wiring,
                columns,
                layer.size(),
                activation,
                alpha,
                hasBiases,
                init,
                init == Initializer.CONSTANT ? layer.constant() : Float.NaN,
                offset,
                biases,
                LayerTraining.PLAIN,
                treatment(layer, biases + (hasBiases ? layer.size() : 0), statistics, z));
    }

    private static LayerTreatment treatment(RandomLayer layer, int gains, int statistics, Pixels z) {
        Normalization normalization = layer.effectiveNormalization();
        if (normalization == Normalization.BATCH) {
            return new LayerTreatment(
                    normalization, gains, statistics, z.height() * z.width(), layer.dropout(), layer.epsilon());
        }
        return normalization == Normalization.NONE
                ? new LayerTreatment(layer.dropout())
                : new LayerTreatment(normalization, gains, layer.dropout()).withEpsilon(layer.epsilon());
    }
}
