package dev.netwright.verification.reference;

/**
 * The loss of a batch: the weighted mean of its rows' losses, {@code L = Σ w·l / Σ w}.
 *
 * @param loss    of one row
 * @param targets {@code rows x columns}
 * @param weights one for each row
 */
public record ReferenceObjective(ReferenceLoss loss, double[][] targets, double[] weights) {
    /** L of the outputs, {@code rows x columns}. */
    public double value(double[][] outputs) {
        double sum = 0;
        for (int row = 0; row < outputs.length; row++) {
            sum += weights[row] * loss.value(outputs[row], targets[row]);
        }
        return sum / totalWeight();
    }

    /** dL/do, {@code rows x columns}. */
    public double[][] gradients(double[][] outputs) {
        double[][] gradients = new double[outputs.length][];
        for (int row = 0; row < outputs.length; row++) {
            gradients[row] = loss.gradient(outputs[row], targets[row]);
            for (int j = 0; j < gradients[row].length; j++) {
                gradients[row][j] *= weights[row] / totalWeight();
            }
        }
        return gradients;
    }

    private double totalWeight() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
