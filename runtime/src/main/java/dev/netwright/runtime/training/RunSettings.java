package dev.netwright.runtime.training;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.optimizer.RunState;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightedLayer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * The settings and data that decide the bits of a run, as texts by their names. Two runs with the same texts do the same in every epoch, so
 * one may go on where the other ended. Threads and listeners are not among them, nor is what is compared by what it did: the number of
 * epochs and the schedule.
 */
final class RunSettings {
    static final String STARTING_PARAMETERS = "starting parameters";

    private static final String NONE = "none";

    private RunSettings() {}

    /** Of a call of {@link Trainer#fit} that is about to begin, with the network as it is at the start. */
    static Map<String, String> of(
            TrainingSettings settings, Optimizer.Run run, Dataset training, Optional<Dataset> validation) {
        Map<String, String> texts = ofSteps(settings.network(), settings.optimizer(), run);
        texts.put(STARTING_PARAMETERS, DataDigest.ofParameters(settings.network()));
        texts.put("feature scaling", DataDigest.of(settings.network().standardizer()));
        texts.put("training data", DataDigest.of(training));
        texts.put("validation data", validation.map(DataDigest::of).orElse(NONE));
        texts.put("batch size", Integer.toString(settings.batchSize()));
        texts.put("seed", Long.toString(settings.seed()));
        texts.put("shuffle", Boolean.toString(settings.shuffle()));
        texts.put("losses", settings.losses().toString());
        texts.put("metrics", metrics(settings.metrics()));
        texts.put(
                "early stopping",
                settings.earlyStopping().map(EarlyStopping::toString).orElse(NONE));
        return texts;
    }

    /** Of steps whose gradients come from outside. */
    static Map<String, String> ofSteps(Network network, Optimizer optimizer, Optimizer.Run run) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(StateFile.NETWORK, network.topology().fingerprint());
        texts.put("treatment of layers", treatments(network.topology()));
        texts.put("optimizer", optimizer(optimizer, run));
        return texts;
    }

    /** What training does to layers, which predictions do not show and a fingerprint leaves out. */
    private static String treatments(Topology topology) {
        StringJoiner text = new StringJoiner(", ").setEmptyValue(NONE);
        for (NetworkLayer layer : topology.layers()) {
            if (layer.treatment().dropsOut()) {
                text.add(layer.name() + " dropout " + layer.treatment().dropout());
            }
            if (layer instanceof WeightedLayer weighted) {
                if (!weighted.training().isTrained()) {
                    text.add(layer.name() + " frozen");
                }
                if (weighted.training().hasPenalty()) {
                    text.add(layer.name() + " l1 " + weighted.training().l1() + " l2 "
                            + weighted.training().l2());
                }
            }
        }
        return text.toString();
    }

    private static String metrics(List<HeadMetric> metrics) {
        return metrics.isEmpty() ? NONE : metrics.stream().map(HeadMetric::name).collect(Collectors.joining(", "));
    }

    /** Its own text, which leaves out numbers that most people never change, and those numbers. */
    private static String optimizer(Optimizer optimizer, Optimizer.Run run) {
        StringJoiner text = new StringJoiner(", ");
        text.add(optimizer.toString());
        run.exchange(new RunState() {
            @Override
            public void setting(String name, Number value) {
                text.add(name + " " + value);
            }

            @Override
            public void floats(String name, float[] numbers) {}

            @Override
            public void doubles(String name, double[] numbers) {}

            @Override
            public double number(String name, double value) {
                return value;
            }

            @Override
            public long count(String name, long value, long most) {
                return value;
            }
        });
        return text.toString();
    }
}
