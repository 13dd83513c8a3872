package dev.netwright.runtime.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Images of digits with their labels, from the four IDX files of the MNIST database (LeCun, Cortes and Burges 1998) or
 * of one that is made alike. Pixels become features from 0 to 1, labels are classes 0 to 9.
 *
 * @param training the images to learn from
 * @param test     the images to test with
 */
public record Mnist(Dataset training, Dataset test) {
    private static final int CLASSES = 10;

    /**
     * Reads {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code
     * t10k-labels-idx1-ubyte} from a folder, each with or without {@code .gz}; a dot may stand for the last but one dash.
     *
     * @throws NoSuchFileException if the folder or a file is missing; the message has the names that were tried
     * @throws DataFormatException if a file is truncated or foreign, or images and labels do not fit together
     */
    public static Mnist load(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    folder.toString(), null, "this is no folder; give the one that has MNIST's four IDX files.");
        }
        Path trainingImages = find(folder, "train-images", "idx3-ubyte");
        Path trainingLabels = find(folder, "train-labels", "idx1-ubyte");
        Path testImages = find(folder, "t10k-images", "idx3-ubyte");
        Path testLabels = find(folder, "t10k-labels", "idx1-ubyte");
        Dataset training = read(trainingImages, trainingLabels);
        Dataset test = read(testImages, testLabels);
        if (test.inputs() != training.inputs()) {
            throw new DataFormatException(
                    testImages.toString(),
                    "byte 8",
                    "an image has " + test.inputs() + " pixels, but " + training.inputs() + " in " + trainingImages
                            + ".");
        }
        return new Mnist(training, test);
    }

    private static Path find(Path folder, String stem, String ending) throws NoSuchFileException {
        List<String> tried = new ArrayList<>();
        for (String name : List.of(stem + "-" + ending, stem + "." + ending)) {
            for (String candidate : List.of(name, name + ".gz")) {
                if (Files.isRegularFile(folder.resolve(candidate))) {
                    return folder.resolve(candidate);
                }
                tried.add(candidate);
            }
        }
        throw new NoSuchFileException(
                folder.toString(), null, "the folder has none of " + String.join(", ", tried) + ".");
    }

    /**
     * Reads one file of images and the file of their labels.
     *
     * @return {@code images x (height · width)} features and as many labels
     * @throws DataFormatException if a file is truncated or foreign, or the two do not fit together
     */
    public static Dataset read(Path images, Path labels) throws IOException {
        Idx pixels = readWithDimensions(images, 3, "images: count x height x width");
        Idx digits = readWithDimensions(labels, 1, "labels: count");
        int rows = pixels.dimensions().get(0);
        if (rows != digits.dimensions().get(0)) {
            throw new DataFormatException(
                    labels.toString(),
                    "byte 4",
                    "there are " + digits.dimensions().get(0) + " labels for the " + rows + " images of " + images
                            + ".");
        }
        if (rows == 0) {
            throw new DataFormatException(images.toString(), "byte 4", "the file has no images.");
        }
        if (pixels.values().length == 0) {
            throw new DataFormatException(
                    images.toString(),
                    "byte 8",
                    "an image has " + pixels.dimensions().get(1) + " x "
                            + pixels.dimensions().get(2) + " pixels; it needs at least one.");
        }
        return Dataset.ofLabels(scale(pixels), pixels.values().length / rows, labels(digits, labels), CLASSES);
    }

    private static Idx readWithDimensions(Path file, int dimensions, String meaning) throws IOException {
        Idx idx = Idx.read(file);
        if (idx.dimensions().size() != dimensions) {
            throw new DataFormatException(
                    file.toString(),
                    "byte 3",
                    "the file has " + idx.dimensions().size() + " dimensions, but a file of " + meaning + " has "
                            + dimensions + ".");
        }
        return idx;
    }

    private static float[] scale(Idx pixels) {
        float[] features = new float[pixels.values().length];
        for (int i = 0; i < features.length; i++) {
            features[i] = (pixels.values()[i] & 0xff) / 255f;
        }
        return features;
    }

    private static int[] labels(Idx digits, Path file) throws DataFormatException {
        int[] labels = new int[digits.values().length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = digits.values()[row] & 0xff;
            if (labels[row] >= CLASSES) {
                throw new DataFormatException(
                        file.toString(),
                        "byte " + (digits.valuesPosition() + row),
                        "the label of image " + row + " is " + labels[row] + "; digits go from 0 to 9.");
            }
        }
        return labels;
    }
}
