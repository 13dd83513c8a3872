package dev.netwright.verification.onnx;

import dev.netwright.annotations.OnnxModel;
import dev.netwright.processor.testing.GoldenFile;
import dev.netwright.runtime.Classifier;
import dev.netwright.runtime.Regressor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Networks of {@code models.py} that have learnt Fisher's irises, with the types of their samples and classes, and his table. */
final class Irises {
    private Irises() {}

    record Flower(float sepalLength, float sepalWidth, float petalLength, float petalWidth) {
        float[] row() {
            return new float[] {sepalLength, sepalWidth, petalLength, petalWidth};
        }
    }

    enum Species {
        SETOSA,
        VERSICOLOR,
        VIRGINICA
    }

    enum Answer {
        ANOTHER,
        VIRGINICA
    }

    /** Without what is estimated. */
    record Measured(Sepal sepal, double petalLength) {
        float[] row() {
            return new float[] {sepal.length(), sepal.width(), (float) petalLength};
        }
    }

    record Sepal(float length, float width) {}

    @OnnxModel("onnx/iris_sklearn.onnx")
    interface OfScikitLearn extends Classifier<Flower, Species> {}

    @OnnxModel("onnx/iris_logits.onnx")
    interface OfLogits extends Classifier<Flower, Species> {}

    @OnnxModel("onnx/iris_logarithms.onnx")
    interface OfLogarithms extends Classifier<Flower, Species> {}

    @OnnxModel("onnx/iris_logits.onnx")
    interface OfRows extends Classifier<float[], Species> {}

    @OnnxModel("onnx/iris_virginica.onnx")
    interface OfOneProbability extends Classifier<Flower, Answer> {}

    @OnnxModel("onnx/iris_petal_width.onnx")
    interface PetalWidth extends Regressor<Measured> {}

    /** A flower with its species. */
    record Measurement(Flower flower, Species species) {}

    /** All 150. */
    static List<Measurement> table() throws IOException {
        List<Measurement> table = new ArrayList<>();
        List<String> lines = Files.readAllLines(GoldenFile.ofProject("examples/src/test/resources/iris.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            table.add(new Measurement(
                    new Flower(
                            Float.parseFloat(cells[0]),
                            Float.parseFloat(cells[1]),
                            Float.parseFloat(cells[2]),
                            Float.parseFloat(cells[3])),
                    Species.valueOf(cells[4].toUpperCase(Locale.ROOT))));
        }
        return table;
    }
}
