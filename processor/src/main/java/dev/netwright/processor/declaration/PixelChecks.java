package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.model.Convolution;
import dev.netwright.processor.model.Pool;
import dev.netwright.processor.model.Shape;
import dev.netwright.processor.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Warnings of pixels that mean something else than the user probably thinks, or that nothing reads. */
final class PixelChecks {
    /** Channels of colours, with one for transparency, or of frames. */
    private static final int FEW_CHANNELS = 4;

    /** Images that are not square have sides of at least so many pixels where three channels come first. */
    private static final int LONG_SIDE = 24;

    private final NetworkDeclaration declaration;
    private final Graph graph;
    private final List<Finding> findings = new ArrayList<>();

    PixelChecks(NetworkDeclaration declaration, Graph graph) {
        this.declaration = declaration;
        this.graph = graph;
    }

    List<Finding> findings() {
        for (int i = 0; i < declaration.inputs().size(); i++) {
            checkChannels(i, declaration.inputs().get(i));
        }
        for (int i = 0; i < declaration.layers().size(); i++) {
            checkStride(i, declaration.layers().get(i));
        }
        return findings;
    }

    private void checkChannels(int i, InputDeclaration input) {
        if (!input.arrangement().isWritten()) {
            return;
        }
        Shape shape = input.shape();
        long height = shape.dimensions() == 1 ? shape.width() : shape.height();
        Optional<String> meant = Optional.empty();
        if (shape.dimensions() == 1 && shape.width() == shape.channels() && height > FEW_CHANNELS) {
            meant = Optional.of("{" + height + ", " + height + ", 1} for an image.");
        } else if (areFirst(shape)) {
            meant = Optional.of("{" + shape.width() + ", " + shape.channels() + ", " + height
                    + "}, and give the channels of each pixel side by side.");
        }
        Optional<Integer> window = window(Source.input(i));
        if (meant.isPresent() && window.isPresent()) {
            boolean isSequence = shape.dimensions() == 1;
            findings.add(Finding.of(
                    Code.INPUT_CHANNELS,
                    input.arrangement().origin(),
                    declaration.placeOfInput(i),
                    Finding.INPUT + i,
                    input.text().replace("x", ", "),
                    declaration.nameOf(window.get()),
                    isSequence ? shape.width() + " pixels in a row" : shape.height() + "x" + shape.width() + " pixels",
                    shape.channels(),
                    "shape = " + meant.get()));
        }
    }

    /** Whether the channels seem to come first. */
    static boolean areFirst(Shape shape) {
        if (shape.dimensions() != 2 || shape.height() > FEW_CHANNELS) {
            return false;
        }
        boolean isSquare = shape.width() == shape.channels() && shape.width() > FEW_CHANNELS;
        boolean isLarge = shape.height() == 3 && Math.min(shape.width(), shape.channels()) >= LONG_SIDE;
        return isSquare || isLarge;
    }

    /** The first layer whose window moves over an input. */
    private Optional<Integer> window(Source input) {
        return graph.readers(input).stream()
                .filter(reader -> declaration.layers().get(reader).convolves()
                        || declaration.layers().get(reader).pool().isWritten())
                .findFirst();
    }

    /** A window of a single pixel leaves out others on purpose. */
    private void checkStride(int i, LayerDeclaration layer) {
        if (!layer.stride().isWritten()) {
            return;
        }
        Shape x = graph.input(i);
        Optional<Convolution> kernel = layer.convolution(x.dimensions());
        Optional<Pool> pool = layer.isWeighted() ? Optional.empty() : layer.pool(x);
        kernel.ifPresent(found -> checkStride(
                i,
                "kernel",
                new Window(found.height(), found.width()),
                new Window(found.strideHeight(), found.strideWidth())));
        pool.ifPresent(found -> checkStride(
                i,
                "pool",
                new Window(found.height(), found.width()),
                new Window(found.strideHeight(), found.strideWidth())));
    }

    private void checkStride(int i, String name, Window window, Window stride) {
        Shape x = graph.input(i);
        boolean isDown = x.dimensions() == 2 && stride.height() > window.height() && x.height() > window.height();
        boolean isRight = stride.width() > window.width() && x.width() > window.width();
        if ((isDown || isRight) && !window.equals(Window.ONE)) {
            boolean isOne = x.dimensions() == 1;
            boolean isSame = isOne || stride.height() == stride.width();
            Origin place = declaration.layers().get(i).stride().origin();
            findings.add(Finding.of(
                    Code.LAYER_STRIDE,
                    place,
                    declaration.placeOf(i),
                    i,
                    isSame ? stride.width() : "{" + stride.height() + ", " + stride.width() + "}",
                    name,
                    isOne ? window.width() + " pixels" : window.height() + "x" + window.width() + " pixels"));
        }
    }
}
