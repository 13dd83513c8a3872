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

    private String placed(String suffix) {
        String own = names.field() + suffix;
        return placements.getOrDefault(own, own);
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
        return normalization + layer.activation().name().toLowerCase(Locale.ROOT) + dropout;
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

    /** The object with mean and variance of a layer that is normalised over the batch. */
    public String batch() {
        return names.field() + "Batch";
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

    /** The array with its logits, if it is an output. */
    public String logits() {
        return hasLogitsOfItsOwn() ? z() : y();
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

    /** The array with x, {@code rows x inputs}: the only source's, or the merged one, which is z where there are no weights. */
    public String x() {
        if (!layer.isMerging()) {
            return sources.get(0).array();
        }
        return hasWeights() ? names.field() + "X" : z();
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

    /** The array with z. */
    public String z() {
        return names.field() + "Z";
    }

    /** The array with a. */
    public String a() {
        return isLinear() ? z() : names.field() + "A";
    }

    /** The array with p, the pooled activations; where the layer does not pool that with a. */
    public String p() {
        return pools() ? names.field() + "P" : a();
    }

    /** The array with what is left of p: the one with p, or in training another. */
    public String d() {
        return dropsOut() ? names.field() + "D" : p();
    }

    /** The array with what is left of p in training. */
    public String dropped() {
        return names.field() + "Dropped";
    }

    /** The array with what p is multiplied by in training. */
    public String mask() {
        return names.field() + "Mask";
    }

    /** The array with the layer's output: y = d + r with a residual, else d. */
    public String y() {
        return residual.isPresent() ? names.field() + "Y" : d();
    }

    /** The array with dL/dz. */
    public String dz() {
        return names.field() + "Dz";
    }

    /** The array with what is normalised, before gain and shift. */
    public String normalized() {
        return names.field() + "N";
    }

    /** The array with {@code 1 / √(variance + ε)}. */
    public String inverseDeviations() {
        return names.field() + "Inverse";
    }

    /** The array with dL/du, from which the gradients of weights and inputs follow: dL/dz where nothing is normalised. */
    public String du() {
        return normalizes() ? names.field() + "Du" : dz();
    }

    /** The array with dL/da. */
    public String da() {
        return isLinear() ? dz() : placed("Da");
    }

    /** The array with dL/dp; where the layer does not pool that with dL/da. */
    public String dp() {
        return pools() ? placed("Dp") : da();
    }

    /** The array with dL/dy: the one with dL/dp, unless that is another matrix and the residual needs this one. */
    public String dy() {
        return ownsDy() ? placed("Dy") : dp();
    }

    /** Whether there is an array for dL/dy. */
    public boolean ownsDy() {
        return dropsOut() && residual.isPresent();
    }

    /** The array with dL/dx: dL/du where there are no weights. */
    public String dx() {
        return hasWeights() ? placed("Dx") : du();
    }

    /** The array with the caller's part of dL/dz. */
    public String given() {
        return names.field() + "Given";
    }

    /** The array with one part of a gradient, before it is added to the others. */
    public String part() {
        return placed("Part");
    }

    /** Whether x is an array of its own. */
    public boolean ownsX() {
        return layer.isMerging() && hasWeights();
    }

    /** Whether there is an array for dL/da: the caller of the backward pass brings that of the only output. */
    public boolean ownsDa() {
        boolean isOfCaller = role == Role.OUTPUT && endsInActivation();
        return !isOfCaller && !isLinear();
    }

    /** Whether there is an array for the caller's part of dL/dz, to which that of the layer's readers is added. */
    public boolean ownsGiven() {
        return role == Role.READ_HEAD && hasLogitsOfItsOwn();
    }

    /** Whether there is an array for dL/dx; elsewhere it is stored where its only source wants it. */
    public boolean ownsDx() {
        return hasWeights()
                && !embeds()
                && (layer.isMerging() || contributions.stream().anyMatch(part -> !part.isResidual() && part.adds()));
    }

    /** Whether there is an array for parts. */
    public boolean ownsPart() {
        return contributions.stream().anyMatch(part -> part.adds() && isProduct(part));
    }

    /** Whether a part is the gradient of one factor of several. */
    public boolean isProduct(Contribution part) {
        return layer.isMerging() && !part.isResidual() && layer.merge() == Merge.MULTIPLY;
    }
}
