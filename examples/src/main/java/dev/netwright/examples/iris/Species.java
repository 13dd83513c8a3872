package dev.netwright.examples.iris;

import java.util.Locale;
import java.util.Random;

/**
 * The three species of Fisher's irises, with the means and covariances of the 50 flowers of each that are listed in Table I of
 * R. A. Fisher, "The use of multiple measurements in taxonomic problems", Annals of Eugenics 7 (1936), 179-188; Anderson
 * measured them. Sepal length, sepal width, petal length and petal width in cm. The covariances are those of a sample, over
 * n - 1; the deviations are the roots of their diagonal.
 */
enum Species {
    SETOSA(new double[] {5.006, 3.428, 1.462, 0.246}, new double[][] {
        {0.124249}, {0.099216, 0.143690}, {0.016355, 0.011698, 0.030159}, {0.010331, 0.009298, 0.006069, 0.011106}
    }),
    VERSICOLOR(new double[] {5.936, 2.770, 4.260, 1.326}, new double[][] {
        {0.266433}, {0.085184, 0.098469}, {0.182898, 0.082653, 0.220816}, {0.055780, 0.041204, 0.073102, 0.039106}
    }),
    VIRGINICA(new double[] {6.588, 2.974, 5.552, 2.026}, new double[][] {
        {0.404343}, {0.093763, 0.104004}, {0.303290, 0.071380, 0.304588}, {0.049094, 0.047629, 0.048824, 0.075433}
    });

    static final int MEASURES = 4;

    private final double[] means;
    private final double[][] covariances;
    private final double[][] factor;

    Species(double[] means, double[][] covariances) {
        this.means = means;
        this.covariances = covariances;
        this.factor = cholesky(covariances);
    }

    /** As a file names it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In cm. */
    double mean(int measure) {
        return means[measure];
    }

    /** In cm². */
    double covariance(int one, int other) {
        return covariances[Math.max(one, other)][Math.min(one, other)];
    }

    /** The lower triangle L with {@code L·Lᵀ} the given matrix, of which the lower triangle is read (Cholesky 1910). */
    private static double[][] cholesky(double[][] matrix) {
        double[][] lower = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return lower;
    }

    /**
     * One flower, drawn from the normal distribution with the species' means and
     * covariances, {@code x = means + L·z}, and measured to a millimetre as Anderson did.
     */
    Flower draw(Random random) {
        double[] z = new double[MEASURES];
        float[] flower = new float[MEASURES];
        for (int i = 0; i < MEASURES; i++) {
            z[i] = random.nextGaussian();
            double length = means[i];
            for (int k = 0; k <= i; k++) {
                length += factor[i][k] * z[k];
            }
            flower[i] = Math.max(1, Math.round(10 * length)) / 10f;
        }
        return Flower.of(flower);
    }
}
