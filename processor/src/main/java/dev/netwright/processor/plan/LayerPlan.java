package dev.netwright.processor.plan;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Merge;
import dev.netwright.processor.model.LayerModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is decided about one layer.
 *
 * @param layer         what is planned
 * @param number        which of the layers it is, from 0, in the order of their computation
 * @param role          what it is to the outputs of the network
 * @param names         what its members are called
 * @param sources       what it reads
 * @param residual      what is added after its activation
 * @param weightsOffset where its weights start among the parameters, or would
 * @param biasesOffset  where its biases start, or would
 * @param strategy      how its arithmetic is written
 * @param contributions what it hands back to those that it reads
 * @param placements    of arrays that share memory, by the names that they would have, those that they have
 */
public record LayerPlan(
        LayerModel layer,
        int number,
        Role role,
        LayerNames names,
        List<Operand> sources,
        Optional<Operand> residual,
        int weightsOffset,
        int biasesOffset,
        Strategy strategy,
        List<Contribution> contributions,
        Map<String, String> placements) {
    /** Copies the lists. */
    public LayerPlan {
        sources = List.copyOf(sources);
        contributions = List.copyOf(contributions);
        placements = Map.copyOf(placements);
    }

    LayerPlan withContributions(List<Contribution> all) {
        return new LayerPlan(
                layer, number, role, names, sources, residual, weightsOffset, biasesOffset, strategy, all, placements);
    }

    /** The same with arrays that share memory, its own and those of what it reads. */
    LayerPlan placedAs(Map<String, String> names) {
        return new LayerPlan(
                layer,
                number,
                role,
                this.names,
                sources.stream().map(source -> source.placedAs(names)).toList(),
                residual.map(source -> source.placedAs(names)),
                weightsOffset,
                biasesOffset,
                strategy,
                contributions.stream()
                        .map(part -> new Contribution(part.to().placedAs(names), part.index(), part.adds()))
                        .toList(),
                names);
    }

    /** What its arrays are called, and which there are. */
    public LayerArrays arrays() {
        return new LayerArrays(this);
    }

    /** {@code hidden1 (784 -> 128, relu)}. */
    public String description() {
        return layer.name() + " (" + layer.input() + " -> " + layer.output() + ", " + work() + ")";
    }

    /** {@code layer norm, relu, dropout 0.2}. */
    public String work() {
        String normalization =
                normalizes() ? layer.treatment().normalization().name().toLowerCase(Locale.ROOT) + " norm, " : "";
        String dropout = dropsOut() ? ", dropout " + layer.treatment().dropout() : "";
        return normalization + layer.activation().label() + dropout;
    }

    /** Whether it multiplies with weights. */
    public boolean hasWeights() {
        return layer.weights().isPresent();
    }

    /** Whether it has weights, or gains and shifts. */
    public boolean hasParameters() {
        return layer.parameterCount() > 0;
    }

    /** Whether its pre-activation is normalised: then u is what it is before, in the array of z. */
    public boolean normalizes() {
        return layer.treatment().normalizes();
    }

    /** Whether that is done over the batch, whose mean and variance need u of all its rows. */
    public boolean normalizesBatch() {
        return layer.treatment().normalizesBatch();
    }

    /** The constant with the columns that have a gain and a shift each. */
    public String gainColumns() {
        if (!normalizesBatch() || layer.preactivation().pixels() == 1) {
            return zColumns();
        }
        return convolves() ? names.filters() : names.channels();
    }

    /** Whether training drops some of its activations. */
    public boolean dropsOut() {
        return layer.treatment().dropsOut();
    }

    /** Whether its weights are a kernel that moves over pixels. */
    public boolean convolves() {
        return layer.convolution().isPresent();
    }

    /** Whether its weights are a table whose rows are picked. */
    public boolean embeds() {
        return layer.embedding().isPresent();
    }

    /** Whether it pools its activations. */
    public boolean pools() {
        return layer.pool().isPresent();
    }

    /** The constant with the columns of z and a: the units, but where the layer pools. */
    public String zColumns() {
        return pools() ? names.preactivations() : names.units();
    }

    /** The constant with the columns of the weights. */
    public String weightColumns() {
        if (embeds()) {
            return names.width();
        }
        return convolves() ? names.filters() : names.units();
    }

    /** Whether its activations are its pre-activations, so that one array serves for both. */
    public boolean isLinear() {
        return layer.activation() == Activation.IDENTITY;
    }

    /** Whether a backward pass starts with its dL/dz, so that nothing is left to do for its activation. */
    public boolean startsAtDz() {
        return (role == Role.OUTPUT || role == Role.HEAD) && endsInActivation();
    }

    /** Whether nothing follows its activation. */
    public boolean endsInActivation() {
        return residual.isEmpty() && !pools();
    }

    /** Whether its logits, if it is an output, are not its outputs as well. */
    public boolean hasLogitsOfItsOwn() {
        return endsInActivation() && !isLinear();
    }

    /** Whether it reads the network's input, for its own input or its residual. */
    public boolean readsInput() {
        return contributions.stream().anyMatch(part -> part.to().isInput());
    }

    /** What it hands back to layers. */
    public List<Contribution> toLayers() {
        return contributions.stream().filter(part -> !part.to().isInput()).toList();
    }

    /** What it hands back to inputs of the network, for a caller who asks for it. */
    public List<Contribution> toInputs() {
        return contributions.stream().filter(part -> part.to().isInput()).toList();
    }

    /** Where x starts in its array. */
    public String xOffset() {
        return layer.isMerging() ? "0" : sources.get(0).offset();
    }

    /** The constant with the columns of x. */
    public String inputsConstant() {
        if (!layer.isMerging()) {
            return sources.get(0).columns();
        }
        return hasWeights() ? names.inputs() : zColumns();
    }

    /** Whether a part is the gradient of one factor of several. */
    public boolean isProduct(Contribution part) {
        return layer.isMerging() && !part.isResidual() && layer.merge() == Merge.MULTIPLY;
    }
}
