package dev.netwright.benchmarks.peer;

import dev.netwright.benchmarks.work.Convolution;

/**
 * A convolution with its maximum pool, each sum written as its definition. The activation comes after the pool, which gives the same
 * for one that never falls; so whatever a window hands on is one pre-activation, of the place that was chosen.
 */
final class TextbookConvolution {
    private final Convolution shape;
    private final double[][] weights;
    private final double[] biases;
    private final int[] chosenPlaces;

    /** With weights of {@code filters x patchSize} that others move. */
    TextbookConvolution(Convolution shape, double[][] weights, double[] biases) {
        this.shape = shape;
        this.weights = weights;
        this.biases = biases;
        chosenPlaces = new int[shape.outputSize()];
    }

    /** The largest pre-activation of every window. */
    void forward(double[] x, double[] z) {
        for (int window = 0; window < shape.windowsDown() * shape.windowsAcross(); window++) {
            int top = window / shape.windowsAcross() * shape.pool();
            int left = window % shape.windowsAcross() * shape.pool();
            for (int filter = 0; filter < shape.filters(); filter++) {
                int index = window * shape.filters() + filter;
                z[index] = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < shape.pool() * shape.pool(); i++) {
                    int place = (top + i / shape.pool()) * shape.width() + left + i % shape.pool();
                    double candidate = preactivation(x, place, filter);
                    if (candidate > z[index]) {
                        z[index] = candidate;
                        chosenPlaces[index] = place;
                    }
                }
            }
        }
    }

    private double preactivation(double[] x, int place, int filter) {
        double z = biases[filter];
        for (int i = 0; i < shape.patchSize(); i++) {
            z += weights[filter][i] * x[inputIndex(place, i)];
        }
        return z;
    }

    /** Where an element of the patch lies whose first pixel is this one. */
    private int inputIndex(int place, int element) {
        int pixel = element / shape.channels();
        int down = pixel / shape.kernel();
        int across = pixel % shape.kernel();
        return (place + down * shape.width() + across) * shape.channels() + element % shape.channels();
    }

    /** Adds the gradients of the parameters. */
    void addGradients(double[] x, double[] delta, double[][] weightGradients, double[] biasGradients) {
        for (int index = 0; index < delta.length; index++) {
            int filter = index % shape.filters();
            for (int i = 0; i < shape.patchSize(); i++) {
                weightGradients[filter][i] += delta[index] * x[inputIndex(chosenPlaces[index], i)];
            }
            biasGradients[filter] += delta[index];
        }
    }

    /** Adds the gradients of the inputs. */
    void addInputGradients(double[] delta, double[] inputGradients) {
        for (int index = 0; index < delta.length; index++) {
            double[] filter = weights[index % shape.filters()];
            for (int i = 0; i < shape.patchSize(); i++) {
                inputGradients[inputIndex(chosenPlaces[index], i)] += delta[index] * filter[i];
            }
        }
    }
}
