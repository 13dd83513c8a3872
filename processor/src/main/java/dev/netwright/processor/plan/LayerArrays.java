package dev.netwright.processor.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The arrays of a layer: what they are called, and which there are. Where two matrices never differ, one array serves for both, and both
 * have its name.
 *
 * @param plan the layer's
 */
public record LayerArrays(LayerPlan plan) {
    /** The array with its logits, if it is an output. */
    public String logits() {
        return plan.hasLogitsOfItsOwn() ? z() : y();
    }

    /** The array with x, {@code rows x inputs}: the only source's, or the merged one, which is z where there are no weights. */
    public String x() {
        if (!plan.layer().isMerging()) {
            return plan.sources().get(0).array();
        }
        return plan.hasWeights() ? own("X") : z();
    }

    /** The array with z. */
    public String z() {
        return own("Z");
    }

    /** The array with a. */
    public String a() {
        return plan.isLinear() ? z() : own("A");
    }

    /** The array with p, the pooled activations; where the layer does not pool that with a. */
    public String p() {
        return plan.pools() ? own("P") : a();
    }

    /** The array with what is left of p: the one with p, or in training another. */
    public String d() {
        return plan.dropsOut() ? own("D") : p();
    }

    /** The array with what is left of p in training. */
    public String dropped() {
        return own("Dropped");
    }

    /** The array with what p is multiplied by in training. */
    public String mask() {
        return own("Mask");
    }

    /** The array with the layer's output: y = d + r with a residual, else d. */
    public String y() {
        return plan.residual().isPresent() ? own("Y") : d();
    }

    /** The array with dL/dz. */
    public String dz() {
        return own("Dz");
    }

    /** The array with what is normalised, before gain and shift. */
    public String normalized() {
        return own("N");
    }

    /** The array with {@code 1 / √(variance + ε)}. */
    public String inverseDeviations() {
        return own("Inverse");
    }

    /** The object with mean and variance of a layer that is normalised over the batch. */
    public String batch() {
        return own("Batch");
    }

    /** The array with dL/du, from which the gradients of weights and inputs follow: dL/dz where nothing is normalised. */
    public String du() {
        return plan.normalizes() ? own("Du") : dz();
    }

    /** The array with dL/da. */
    public String da() {
        return plan.isLinear() ? dz() : placed("Da");
    }

    /** The array with dL/dp; where the layer does not pool that with dL/da. */
    public String dp() {
        return plan.pools() ? placed("Dp") : da();
    }

    /** The array with dL/dy: the one with dL/dp, unless that is another matrix and the residual needs this one. */
    public String dy() {
        return ownsDy() ? placed("Dy") : dp();
    }

    /** Whether there is an array for dL/dy. */
    public boolean ownsDy() {
        return plan.dropsOut() && plan.residual().isPresent();
    }

    /** The array with dL/dx: dL/du where there are no weights. */
    public String dx() {
        return plan.hasWeights() ? placed("Dx") : du();
    }

    /** The array with the caller's part of dL/dz. */
    public String given() {
        return own("Given");
    }

    /** The array with one part of a gradient, before it is added to the others. */
    public String part() {
        return placed("Part");
    }

    /** Whether x is an array of its own. */
    public boolean ownsX() {
        return plan.layer().isMerging() && plan.hasWeights();
    }

    /** Whether there is an array for dL/da: the caller of the backward pass brings that of the only output. */
    public boolean ownsDa() {
        boolean isOfCaller = plan.role() == Role.OUTPUT && plan.endsInActivation();
        return !isOfCaller && !plan.isLinear();
    }

    /** Whether there is an array for the caller's part of dL/dz, to which that of the layer's readers is added. */
    public boolean ownsGiven() {
        return plan.role() == Role.READ_HEAD && plan.hasLogitsOfItsOwn();
    }

    /** Whether there is an array for dL/dx; elsewhere it is stored where its only source wants it. */
    public boolean ownsDx() {
        return plan.hasWeights()
                && !plan.embeds()
                && (plan.layer().isMerging()
                        || plan.contributions().stream().anyMatch(part -> !part.isResidual() && part.adds()));
    }

    /** Whether there is an array for parts. */
    public boolean ownsPart() {
        return plan.contributions().stream().anyMatch(part -> part.adds() && plan.isProduct(part));
    }

    /** Those of a forward pass, in the order in which they are computed. */
    public List<PlannedArray> forward() {
        List<PlannedArray> arrays = new ArrayList<>();
        if (ownsX()) {
            arrays.add(ofInputs(x()));
        }
        arrays.add(ofPreactivations(z()));
        if (plan.normalizes()) {
            arrays.add(ofPreactivations(normalized()));
        }
        if (plan.normalizes() && !plan.normalizesBatch()) {
            arrays.add(new PlannedArray(inverseDeviations(), PlannedArray.ONE, 1));
        }
        arrays.add(ofPreactivations(a()));
        if (plan.pools()) {
            arrays.add(ofUnits(p()));
        }
        if (plan.residual().isPresent()) {
            arrays.add(ofUnits(y()));
        }
        return arrays.stream().distinct().toList();
    }

    /** Those of training and of a backward pass. */
    public List<PlannedArray> backward() {
        List<PlannedArray> arrays = new ArrayList<>();
        if (plan.dropsOut()) {
            arrays.add(ofUnits(mask()));
            arrays.add(ofUnits(dropped()));
        }
        arrays.add(ofPreactivations(dz()));
        if (ownsGiven()) {
            arrays.add(ofPreactivations(given()));
        }
        arrays.add(ofPreactivations(du()));
        if (ownsDa()) {
            arrays.add(ofPreactivations(da()));
        }
        if (plan.pools()) {
            arrays.add(ofUnits(dp()));
        }
        if (ownsDy()) {
            arrays.add(ofUnits(dy()));
        }
        if (ownsDx()) {
            arrays.add(ofInputs(dx()));
        }
        if (ownsPart()) {
            arrays.add(ofInputs(part()));
        }
        return arrays.stream().distinct().toList();
    }

    private PlannedArray ofInputs(String name) {
        return new PlannedArray(name, plan.inputsConstant(), plan.layer().inputs());
    }

    private PlannedArray ofPreactivations(String name) {
        return new PlannedArray(
                name, plan.zColumns(), plan.layer().preactivation().size());
    }

    private PlannedArray ofUnits(String name) {
        return new PlannedArray(name, plan.names().units(), plan.layer().units());
    }

    private String own(String suffix) {
        return plan.names().field() + suffix;
    }

    /** An array that may share memory with others. */
    private String placed(String suffix) {
        return plan.placements().getOrDefault(own(suffix), own(suffix));
    }
}
