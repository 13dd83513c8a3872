package dev.netwright.processor.plan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names that the members of one layer are made from.
 *
 * @param constant the start of its constants, such as {@code HIDDEN1}
 * @param field    the start of its fields, such as {@code hidden1}
 * @param method   the end of its methods, such as {@code Hidden1}
 */
public record LayerNames(String constant, String field, String method) {
    /** Gives every layer names that no other has, even where two names differ in case or underscores alone. */
    static final class Registry {
        private final Set<String> taken = new HashSet<>();

        LayerNames register(String layerName) {
            String base = layerName;
            for (int i = 2; !isFree(base); i++) {
                base = layerName + "_" + i;
            }
            taken.add(key(base));
            return new LayerNames(
                    base.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT),
                    lowerFirst(base),
                    upperFirst(base));
        }

        /** Methods that are split end in Part1, Part2, ..., so no layer's own name may. */
        private boolean isFree(String name) {
            return !taken.contains(key(name)) && !name.matches("(?i).*part\\d+");
        }

        /** Up, down and up again: two letters with one capital, such as k and the sign for kelvin, are one letter here. */
        private static String key(String name) {
            return name.replace("_", "")
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT)
                    .toUpperCase(Locale.ROOT);
        }
    }

    private static String lowerFirst(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String upperFirst(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The constant with the number of units. */
    public String units() {
        return constant + "_UNITS";
    }

    /** The constant with the number of filters. */
    public String filters() {
        return constant + "_FILTERS";
    }

    /** The constant with the rows of a table. */
    public String vocabulary() {
        return constant + "_VOCABULARY";
    }

    /** The constant with the columns of a table. */
    public String width() {
        return constant + "_WIDTH";
    }

    /** The constant with the columns of z where the layer pools. */
    public String preactivations() {
        return constant + "_PREACTIVATIONS";
    }

    /** The constant with the sizes of a convolution. */
    public String convolution() {
        return constant + "_CONVOLUTION";
    }

    /** The constant with the sizes of a pool. */
    public String pool() {
        return constant + "_POOL";
    }

    /** The constant with the pixels whose channels are merged. */
    public String pixels() {
        return constant + "_PIXELS";
    }

    /** The constant with the columns of an input. */
    public String columns() {
        return constant + "_COLUMNS";
    }

    /** The constant with the columns of a merged input. */
    public String inputs() {
        return constant + "_INPUTS";
    }

    /** The constant with what the units of an output stand for. */
    public String labels() {
        return constant + "_LABELS";
    }

    /** The constant with the offset of the weights. */
    public String weights() {
        return constant + "_WEIGHTS";
    }

    /** The constant with the offset of the biases. */
    public String biases() {
        return constant + "_BIASES";
    }

    /** The constant with the offset of the gains. */
    public String gains() {
        return constant + "_GAINS";
    }

    /** The constant with the offset of the shifts. */
    public String shifts() {
        return constant + "_SHIFTS";
    }

    /** The constant with the channels of pixels that are normalised over the batch. */
    public String channels() {
        return constant + "_CHANNELS";
    }

    /** The constant with the offset of the running means and variances. */
    public String statistics() {
        return constant + "_STATISTICS";
    }
}
