package dev.netwright.runtime;

import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.file.ModelLayout;
import dev.netwright.runtime.file.Npz;
import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.file.TensorFile;
import dev.netwright.runtime.file.TensorPlacement;
import dev.netwright.runtime.topology.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A network that has been kept: its parameters and statistics as tensors with PyTorch's names and shapes ({@link ModelLayout}), how its
 * features are scaled, and what network it is, in the safetensors format; or without the last in NumPy's {@code .npz}.
 *
 * <pre>{@code
 * net.save(Path.of("digits.safetensors"));
 * Digits kept = DigitsNetwork.load(Path.of("digits.safetensors"));
 * }</pre>
 *
 * <p>This class is for what these two do not do: a file of another network or from another program, of which some tensors are to be
 * taken by their names.
 */
public final class ModelFile {
    /** What the names of tensors and texts begin with that a checkpoint has beside the network. */
    public static final String TRAINING = "netwright.training.";

    private static final String FINGERPRINT = "netwright.fingerprint";
    private static final String TOPOLOGY = "netwright.topology";
    private static final String FEATURES = "netwright.features";
    private static final String LABELS = "netwright.labels.";

    /** PyTorch counts the batches that a normalisation has seen, which predictions do not need. */
    private static final String BATCH_COUNT = ".num_batches_tracked";

    private final TensorFile file;
    private final ModelTensors tensors;

    private ModelFile(TensorFile file) {
        this.file = file;
        this.tensors = new ModelTensors(file);
    }

    /**
     * Of a network as it is now.
     *
     * @throws IllegalArgumentException if a parameter or a statistic is not finite, as after training that diverged: no file would be
     *                                  worth what it replaces
     */
    public static ModelFile of(Network network) {
        Topology topology = network.topology();
        Map<String, String> metadata = new LinkedHashMap<>();
        // What Python's libraries look for before they load a file.
        metadata.put("format", "pt");
        metadata.put(FINGERPRINT, topology.fingerprint());
        metadata.put(TOPOLOGY, topology.toString());
        metadata.putAll(names(network));
        List<Tensor> tensors = new ArrayList<>();
        for (TensorPlacement placement : ModelLayout.of(topology)) {
            Tensor tensor = placement.gather(array(network, placement));
            ModelTensors.problem(placement, tensor.floats()).ifPresent(problem -> {
                throw new IllegalArgumentException(topology.name() + " cannot be kept: in its tensor " + tensor.name()
                        + " " + problem + " Keep it before training diverges, or begin again from what was kept.");
            });
            tensors.add(tensor);
        }
        Standardizer standardizer = network.standardizer();
        if (!standardizer.isNone()) {
            tensors.add(Tensor.of(ModelTensors.MEANS, standardizer.means(), standardizer.columns()));
            tensors.add(Tensor.of(ModelTensors.DEVIATIONS, standardizer.deviations(), standardizer.columns()));
        }
        return new ModelFile(new TensorFile(metadata, tensors));
    }

    /** What features and outputs are called. */
    private static Map<String, String> names(Network network) {
        Map<String, String> names = new LinkedHashMap<>();
        if (!network.featureNames().isEmpty()) {
            names.put(FEATURES, listed(network.featureNames()));
        }
        List<String> outputs = network.topology().outputs();
        for (int head = 0; head < outputs.size(); head++) {
            if (!network.labels(head).isEmpty()) {
                names.put(LABELS + outputs.get(head), listed(network.labels(head)));
            }
        }
        return names;
    }

    /** With commas between. Names of records and enums have none; the classes of an imported file may. */
    private static String listed(List<String> names) {
        return names.stream()
                .map(name -> name.replace("\\", "\\\\").replace(",", "\\,"))
                .collect(Collectors.joining(","));
    }

    private static String lines(String listed) {
        return listed.replaceAll("(?<!\\\\),", "\n");
    }

    /**
     * Reads a file, in the safetensors format or NumPy's {@code .npz}; its first bytes tell which.
     *
     * @throws DataFormatException if it is no such file, or damaged
     * @throws IOException         if it cannot be read
     */
    public static ModelFile read(Path file) throws IOException {
        return new ModelFile(TensorFile.read(file));
    }

    /**
     * Reads a stream to its end, such as a resource; does not close it.
     *
     * @param source what messages call it
     * @throws DataFormatException as {@link #read(Path)}
     * @throws IOException         if it cannot be read
     */
    public static ModelFile read(InputStream in, String source) throws IOException {
        return new ModelFile(TensorFile.read(in, source));
    }

    /**
     * Writes a file, wholly or not at all, as {@link TensorFile#write(Path)} does.
     *
     * @throws IOException if it cannot be written; the file that was there before is as it was then
     */
    public void write(Path path) throws IOException {
        file.write(path);
    }

    /**
     * Writes the tensors as a file of arrays that {@code np.load} reads, wholly or not at all, as {@link Npz#write(Path, List)} does.
     * Such a file does not say what network it is of, so that every network with the same tensors takes it.
     *
     * @param path its name, such as {@code digits.npz}
     * @throws IOException if it cannot be written; the file that was there before is as it was then
     */
    public void writeNpz(Path path) throws IOException {
        Npz.write(path, file.tensors());
    }

    /** Of tensors that have been read or made. */
    public static ModelFile of(TensorFile tensors) {
        return new ModelFile(tensors);
    }

    /** All that is in the file. */
    public TensorFile tensors() {
        return file;
    }

    /** Whether this library has kept a network in it, and so says which. */
    public boolean isKept() {
        return file.metadata().containsKey(FINGERPRINT);
    }

    /** The table of layers of the network that it is of, as {@link Topology#toString()} has it; empty for files of other programs. */
    public String topologyText() {
        return file.metadata().getOrDefault(TOPOLOGY, "");
    }

    /**
     * Gives a network all that is in the file: parameters, statistics, and how features are scaled. Of a checkpoint these are the
     * parameters after its last epoch, and what training keeps beside them is left out. A file of this library must be of a
     * network with the same {@linkplain Topology#fingerprint() fingerprint}; one of another program must have just the tensors of the
     * network, with their names and shapes, and where it says nothing of features they are scaled as before.
     *
     * @throws DataFormatException if the file is of another network, or features or labels have other names in it, if tensors are missing
     *                             or left over, or a number is not finite; the network is as it was then
     */
    public void copyTo(Network network) throws DataFormatException {
        checkFingerprint(network.topology());
        for (Map.Entry<String, String> entry : names(network).entrySet()) {
            checkMeaning(network.topology(), entry.getKey(), entry.getValue());
        }
        List<TensorPlacement> placements = ModelLayout.of(network.topology());
        checkNames(network.topology(), placements);
        Map<TensorPlacement, Tensor> found = new LinkedHashMap<>();
        for (TensorPlacement placement : placements) {
            found.put(placement, tensors.fitting(placement, placement.name()));
        }
        Standardizer standardizer = tensors.standardizer(network.inputSize());
        found.forEach((placement, tensor) -> placement.scatter(tensor.floats(), array(network, placement)));
        if (isKept() || !standardizer.isNone()) {
            network.standardize(standardizer);
        }
    }

    /**
     * Gives a network some tensors of the file, whatever network it is of. Everything else of the network stays as it is, how its features
     * are scaled too: that is no tensor of a layer.
     *
     * @param names the network's names by those of the file, such as {@code fc1.weight} to {@code hidden.weight}
     * @throws IllegalArgumentException if no name is given, the network has no tensor of a name, or two of the file's are to become one
     * @throws DataFormatException      if the file has no tensor of a name, a shape is another than the network's, or a number is not
     *                                  finite; the network is as it was then
     */
    public void copyTensors(Network network, Map<String, String> names) throws DataFormatException {
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "No tensor is named, so there is nothing to copy; give the network's names"
                            + " by those of the file, such as Map.of(\"fc1.weight\", \"hidden.weight\"). The file has "
                            + ModelTensors.listed(
                                    file.tensors().stream().map(Tensor::name).toList())
                            + ".");
        }
        Map<String, TensorPlacement> placements = new LinkedHashMap<>();
        ModelLayout.of(network.topology()).forEach(placement -> placements.put(placement.name(), placement));
        Map<TensorPlacement, Tensor> found = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : names.entrySet()) {
            TensorPlacement placement = placements.get(entry.getValue());
            if (placement == null) {
                throw new IllegalArgumentException(network.topology().name() + " has no tensor \"" + entry.getValue()
                        + "\"; it has " + ModelTensors.listed(List.copyOf(placements.keySet())) + ".");
            }
            if (found.put(placement, tensors.fitting(placement, entry.getKey())) != null) {
                throw new IllegalArgumentException("Two tensors are to become " + placement.name() + "; give one.");
            }
        }
        found.forEach((placement, tensor) -> placement.scatter(tensor.floats(), array(network, placement)));
    }

    private static float[] array(Network network, TensorPlacement placement) {
        return placement.isStatistic() ? network.statistics() : network.parameters();
    }

    private void checkFingerprint(Topology topology) throws DataFormatException {
        String found = file.metadata().get(FINGERPRINT);
        if (found != null && !found.equals(topology.fingerprint())) {
            throw tensors.failure(
                    "its network",
                    "it is of another network than " + topology.name() + ":\n"
                            + SideBySide.of("the file", topologyText(), "this network", topology.toString())
                            + "\nTo take tensors that fit all the same, name them: ModelFile.copyTensors(network, names).");
        }
    }

    /** The same sizes may mean other things: components of a record, or constants of an enum, that have changed places. */
    private void checkMeaning(Topology topology, String key, String expected) throws DataFormatException {
        String found = file.metadata().getOrDefault(key, expected);
        if (!found.equals(expected)) {
            String what = key.equals(FEATURES) ? "features" : "labels of output " + key.substring(LABELS.length());
            throw tensors.failure(
                    "its " + what,
                    "they are others than those of " + topology.name() + ":\n"
                            + SideBySide.of("the file", lines(found), "this network", lines(expected))
                            + "\nWhere they have only changed places, put them back in the order of the file. Where they are only called otherwise,"
                            + " name the tensors: ModelFile.copyTensors(network, names), and give the network the file's scaling.");
        }
    }

    private void checkNames(Topology topology, List<TensorPlacement> placements) throws DataFormatException {
        Set<String> expected = placements.stream().map(TensorPlacement::name).collect(Collectors.toSet());
        List<TensorPlacement> missing = placements.stream()
                .filter(placement -> file.find(placement.name()).isEmpty())
                .toList();
        List<Tensor> left = file.tensors().stream()
                .filter(tensor -> !expected.contains(tensor.name()) && !isExtra(tensor.name()))
                .toList();
        if (!missing.isEmpty() || !left.isEmpty()) {
            throw tensors.failure(
                    "its tensors",
                    "they are not those of " + topology.name() + ":\n"
                            + TensorTable.of(file, placements, left)
                            + "\nTo take tensors by their names: ModelFile.copyTensors(network, names).");
        }
    }

    private static boolean isExtra(String name) {
        return name.equals(ModelTensors.MEANS)
                || name.equals(ModelTensors.DEVIATIONS)
                || name.endsWith(BATCH_COUNT)
                || name.startsWith(TRAINING);
    }
}
