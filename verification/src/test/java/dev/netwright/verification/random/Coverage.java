package dev.netwright.verification.random;

import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Normalization;
import dev.netwright.processor.plan.CostModel;
import dev.netwright.testing.GradientReport;
import dev.netwright.testing.GradientReport.Part;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a run has checked, for its last line. */
final class Coverage {
    private final Set<ActivationFunction> hidden = new HashSet<>();
    private final Set<ActivationFunction> last = new HashSet<>();
    private final Set<Initializer> initializers = EnumSet.noneOf(Initializer.class);
    private final Set<Placement> placements = EnumSet.noneOf(Placement.class);
    private int networks;
    private int unrolled;
    private int kernels;
    private int weightless;
    private int merges;
    private int residuals;
    private int normalized;
    private int overBatches;
    private int droppingOut;
    private int furtherHeads;
    private int convolutions;
    private int pools;
    private int embeddings;
    private int frozen;
    private int losses;
    private int onnxFiles;
    private long onnxOutputs;
    private int nearOnnxFiles;
    private int exports;
    private long exportedOutputs;
    private int imports;
    private int nearImports;
    private int importsAsLong;
    private int refusedImports;
    private long arrays;
    private long sharp;
    private long values;
    private double most;
    private long differences;
    private long skipped;

    void add(RandomNetwork network, NetworkCheck check) {
        networks++;
        placements.add(network.placement());
        for (int i = 0; i < network.layers().size(); i++) {
            RandomLayer layer = network.layers().get(i);
            (i == network.layers().size() - 1 ? last : hidden).add(layer.effectiveActivation());
            layer.init().ifPresent(initializers::add);
            int inputs = network.inputsOf(i);
            RandomWiring wiring = network.wirings().get(i);
            merges += wiring.from().size() > 1 ? 1 : 0;
            normalized += layer.effectiveNormalization() == Normalization.NONE ? 0 : 1;
            overBatches += layer.effectiveNormalization() == Normalization.BATCH ? 1 : 0;
            droppingOut += layer.dropout() > 0f ? 1 : 0;
            residuals += wiring.residual().isPresent() ? 1 : 0;
            if (!wiring.isWeighted()) {
                weightless++;
            } else if (inputs <= CostModel.MOST_UNROLLED_INPUTS
                    && inputs * layer.size() <= CostModel.DEFAULT.mostUnrolledWeights()) {
                unrolled++;
            } else {
                kernels++;
            }
        }
        furtherHeads += network.heads().size() - 1;
        for (RandomWindow layer : network.front().map(RandomFront::layers).orElse(List.of())) {
            normalized += layer.normalization() == Normalization.NONE ? 0 : 1;
            overBatches += layer.normalization() == Normalization.BATCH ? 1 : 0;
            convolutions += layer.filters() > 0 && layer.embedding() == 0 ? 1 : 0;
            embeddings += layer.embedding() > 0 ? 1 : 0;
            frozen += layer.trainable() ? 0 : 1;
            pools += layer.pools() ? 1 : 0;
        }
        losses += check.losses();
        onnxFiles += check.onnx().outputs() > 0 ? 1 : 0;
        onnxOutputs += check.onnx().outputs();
        nearOnnxFiles += check.onnx().outputs() > 0 && check.onnx().isNear() ? 1 : 0;
        arrays += check.comparison().arrays();
        sharp += check.comparison().sharp();
        values += check.comparison().values();
        most = Math.max(most, check.comparison().most());
        for (Part part : check.gradients().map(GradientReport::parts).orElse(List.of())) {
            differences += part.differences();
            skipped += part.skipped();
        }
    }

    void add(ExportBatch batch, ImportBatch again) {
        imports += again.files();
        nearImports += again.near();
        importsAsLong += again.asLong();
        refusedImports += again.refused();
        exports += batch.files();
        exportedOutputs += batch.outputs();
    }

    /** The share of networks that were exported: all but those with activations of the user's. */
    double exportedShare() {
        return (double) exports / networks;
    }

    /** The share of arrays that were compared to a thousandth of their largest value, or better. */
    double sharpShare() {
        return (double) sharp / arrays;
    }

    /** The share of written files that are refused. */
    double refusedImportShare() {
        return (double) refusedImports / (imports + refusedImports);
    }

    /** The share of imported files that give every output to 1e-5. */
    double importShare() {
        return (double) nearImports / imports;
    }

    /** The share of ONNX files of which ONNX Runtime gives every output to 1e-5. */
    double onnxShare() {
        return (double) nearOnnxFiles / onnxFiles;
    }

    /** The share of gradients by central differences for which a kink was too near. */
    double skippedShare() {
        return (double) skipped / (differences + skipped);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d networks: %,d layers unrolled, %,d with kernels, %,d without weights; %,d merge, %,d with residual, %,d normalized of which %,d over the batch, %,d with dropout, "
                        + "%,d convolutions, %,d pools, %,d embeddings, %,d of these frozen, %,d outputs beside the last; %d activations in hidden layers, %d in last ones; "
                        + "%d initializers; %d placements; %,d losses; %,d values in %,d arrays, the furthest %.2f deviations away; "
                        + "%.1f %% of the arrays to a thousandth or better; the reference in %,d gradients against central differences, %,d skipped; "
                        + "%,d written as ONNX with %,d outputs, %,d of these files to 1e-5; "
                        + "%,d exported as Java 8, with the same bits in %,d outputs; "
                        + "%,d of the ONNX files imported again, %,d of them with no more layers, %,d to 1e-5, %,d refused",
                networks,
                unrolled,
                kernels,
                weightless,
                merges,
                residuals,
                normalized,
                overBatches,
                droppingOut,
                convolutions,
                pools,
                embeddings,
                frozen,
                furtherHeads,
                hidden.size(),
                last.size(),
                initializers.size(),
                placements.size(),
                losses,
                values,
                arrays,
                most,
                100 * sharpShare(),
                differences,
                skipped,
                onnxFiles,
                onnxOutputs,
                nearOnnxFiles,
                exports,
                exportedOutputs,
                imports,
                importsAsLong,
                nearImports,
                refusedImports);
    }
}
