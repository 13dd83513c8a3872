package dev.netwright.verification.record;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A random component of a record: what its source is, and what its features should be, without a look at the processor.
 *
 * @param name    its name
 * @param type    its type in a source
 * @param missing what is declared for missing values
 * @param length  the elements of an array, or 0
 * @param nested  the components of a record
 * @param isIndex whether it picks a row of a table
 */
record RandomComponent(
        String name, String type, Optional<Float> missing, int length, List<RandomComponent> nested, boolean isIndex) {
    private static final List<String> WHOLE = List.of("byte", "short", "int", "Byte", "Short", "Integer");

    private static final List<String> PRIMITIVE = List.of("byte", "short", "int", "long", "float", "double", "boolean");
    private static final List<String> BOXED = List.of("Byte", "Short", "Integer", "Long", "Float", "Double", "Boolean");

    /** Enums that a source has with it: as many constants as their names say. */
    static final String ENUMS = "enum E1 { A } enum E2 { A, B { } } enum E5 { A, B, C, D, E }";

    private static final List<String> NAMES =
            List.of("x", "y", "rows", "at", "sample", "aB", "a_b", "AB", "columns", "COLUMNS", "größe", "part1", "E5");

    /** One that picks no row. */
    RandomComponent(String name, String type, Optional<Float> missing, int length, List<RandomComponent> nested) {
        this(name, type, missing, length, nested, false);
    }

    /** The same components, of which some pick rows, but never the first. */
    static List<RandomComponent> withIndices(List<RandomComponent> components, Random random) {
        List<RandomComponent> indices = new ArrayList<>();
        for (RandomComponent component : components) {
            boolean canBe = component.type().startsWith("E") || WHOLE.contains(component.type());
            boolean isIndex = canBe && !indices.isEmpty() && random.nextBoolean();
            indices.add(
                    isIndex
                            ? new RandomComponent(
                                    component.name(), component.type(), Optional.empty(), 0, List.of(), true)
                            : component);
        }
        return indices;
    }

    /** The layer that looks up its row. */
    String layer(String layerName) {
        int rows = type.startsWith("E") ? type.charAt(1) - '0' : 9;
        return "@dev.netwright.annotations.Layer(size = 2, embedding = %d, from = \"%s\", name = \"%s\")\n"
                .formatted(rows, name, layerName);
    }

    static List<RandomComponent> draw(Random random, int depth) {
        List<RandomComponent> components = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            components.add(draw(random, NAMES.get(random.nextInt(NAMES.size())) + (i == 0 ? "" : "_" + i), depth));
        }
        return components;
    }

    private static RandomComponent draw(Random random, String name, int depth) {
        Optional<Float> missing = random.nextBoolean() ? Optional.of(random.nextInt(100) / 8f) : Optional.empty();
        return switch (random.nextInt(depth == 0 ? 4 : 5)) {
            case 0 -> {
                String type = PRIMITIVE.get(random.nextInt(PRIMITIVE.size()));
                boolean canBeMissing = type.equals("float") || type.equals("double");
                yield new RandomComponent(name, type, canBeMissing ? missing : Optional.empty(), 0, List.of());
            }
            case 1 -> new RandomComponent(name, BOXED.get(random.nextInt(BOXED.size())), missing, 0, List.of());
            case 2 ->
                new RandomComponent(name, List.of("E1", "E2", "E5").get(random.nextInt(3)), missing, 0, List.of());
            case 3 ->
                new RandomComponent(
                        name,
                        PRIMITIVE.get(random.nextInt(PRIMITIVE.size())) + "[]",
                        missing,
                        1 + random.nextInt(5),
                        List.of());
            default -> new RandomComponent(name, "R" + random.nextInt(1_000_000), missing, 0, draw(random, depth - 1));
        };
    }

    /** As it stands in the record. */
    String source() {
        List<String> values = new ArrayList<>();
        missing.ifPresent(number -> values.add("missing = " + number + "f"));
        if (isIndex) {
            values.add("index = true");
        }
        if (length > 0) {
            values.add("length = " + length);
        }
        String feature =
                values.isEmpty() ? "" : "@dev.netwright.annotations.Feature(" + String.join(", ", values) + ") ";
        return feature + type + " " + name;
    }

    /** A record of these components, and those within it. */
    static String source(String recordName, List<RandomComponent> components) {
        String within = components.stream()
                .filter(component -> !component.nested().isEmpty())
                .map(component -> source(component.type(), component.nested()))
                .collect(Collectors.joining());
        String header = components.stream().map(RandomComponent::source).collect(Collectors.joining(", "));
        return within + "record " + recordName + "(" + header + ") {}\n";
    }

    /** Its features. */
    int columns() {
        if (type.startsWith("E") && !isIndex) {
            return type.charAt(1) - '0';
        }
        return nested.isEmpty()
                ? Math.max(1, length)
                : nested.stream().mapToInt(RandomComponent::columns).sum();
    }

    /** Whether it can be null. */
    boolean canBeNull() {
        return !PRIMITIVE.contains(type);
    }

    /** A record with random values, whose features are added to {@code expected}. */
    static Object value(Class<?> type, List<RandomComponent> components, Random random, List<Float> expected)
            throws ReflectiveOperationException {
        RecordComponent[] declared = type.getRecordComponents();
        Object[] values = new Object[declared.length];
        List<Float> indices = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            RandomComponent component = components.get(i);
            values[i] = component.value(declared[i].getType(), random, component.isIndex() ? indices : expected);
        }
        expected.addAll(indices);
        return instance(type, values);
    }

    static Object instance(Class<?> type, Object... values) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private Object value(Class<?> of, Random random, List<Float> expected) throws ReflectiveOperationException {
        if (missing.isPresent() && canBeNull() && random.nextInt(3) == 0) {
            for (int i = 0; i < columns(); i++) {
                expected.add(missing.get());
            }
            return null;
        }
        if (of.isRecord()) {
            return value(of, nested, random, expected);
        }
        if (of.isEnum() && isIndex) {
            int chosen = random.nextInt(of.getEnumConstants().length);
            expected.add((float) chosen);
            return of.getEnumConstants()[chosen];
        }
        if (of.isEnum()) {
            int chosen = random.nextInt(columns());
            for (int i = 0; i < columns(); i++) {
                expected.add(i == chosen ? 1f : 0f);
            }
            return of.getEnumConstants()[chosen];
        }
        if (of.isArray()) {
            Object array = Array.newInstance(of.getComponentType(), length);
            for (int i = 0; i < length; i++) {
                Array.set(array, i, single(of.getComponentType().getName(), random, expected));
            }
            return array;
        }
        return single(type, random, expected);
    }

    private Object single(String name, Random random, List<Float> expected) {
        int number = random.nextInt(256) - 128;
        boolean isNaN = missing.isPresent() && random.nextInt(4) == 0;
        Object value = switch (name) {
            case "byte", "Byte" -> (byte) number;
            case "short", "Short" -> (short) (100 * number);
            case "int", "Integer" -> 10_000_019 * number;
            case "long", "Long" -> 1_000_000_000_037L * number;
            case "float", "Float" -> isNaN ? Float.NaN : number / 7f;
            case "double", "Double" -> isNaN ? Double.NaN : number / 7.0;
            default -> number > 0;
        };
        if (value instanceof Boolean flag) {
            expected.add(flag ? 1f : 0f);
        } else {
            float rounded = value instanceof Double exact ? (float) (double) exact : ((Number) value).floatValue();
            expected.add(Float.isNaN(rounded) ? missing.orElseThrow() : (Float) rounded);
        }
        return value;
    }
}
