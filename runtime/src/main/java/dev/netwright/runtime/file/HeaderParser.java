package dev.netwright.runtime.file;

import dev.netwright.runtime.data.DataFormatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the header of a safetensors file: one JSON object, {@code {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}}},
 * and {@code "__metadata__"} with texts. It accepts this shape and no other, so nothing nests, however deep a header claims to be.
 */
final class HeaderParser {
    static final String METADATA = "__metadata__";
    static final String TYPE = "dtype";
    static final String SHAPE = "shape";
    static final String OFFSETS = "data_offsets";

    private final FilePart file;
    private final JsonScanner json;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<TensorHeader.Entry> entries = new ArrayList<>();

    private HeaderParser(byte[] header, FilePart file, int position) {
        this.file = file;
        this.json = new JsonScanner(header, file, position);
    }

    /**
     * @param position where in the file the header starts
     * @throws DataFormatException if it is anything else than a header whose tensors lie one behind the other
     */
    static TensorHeader parse(byte[] header, FilePart file, int position) throws DataFormatException {
        HeaderParser parser = new HeaderParser(header, file, position);
        parser.readAll();
        return new TensorHeader(parser.metadata, parser.inOrder());
    }

    private void readAll() throws DataFormatException {
        Set<String> names = new HashSet<>();
        json.object(name -> {
            if (!names.add(name)) {
                throw json.failure("the name " + JsonText.quote(name) + " stands here a second time.");
            }
            if (name.equals(METADATA)) {
                readMetadata();
            } else {
                readEntry(name);
            }
        });
        json.end();
    }

    private void readMetadata() throws DataFormatException {
        json.object(name -> {
            String text = json.string("the text of " + JsonText.quote(name) + ", a string");
            if (metadata.put(name, text) != null) {
                throw json.failure("the metadata name " + JsonText.quote(name) + " stands here a second time.");
            }
        });
    }

    private void readEntry(String name) throws DataFormatException {
        EntryValues values = new EntryValues();
        json.object(attribute -> {
            if (!values.read.add(attribute)) {
                throw json.failure("\"" + attribute + "\" stands here a second time.");
            }
            switch (attribute) {
                case TYPE -> values.type = type(json.string("the type of the numbers, such as \"F32\""));
                case SHAPE -> values.shape = json.numbers();
                case OFFSETS -> values.offsets = json.numbers();
                default ->
                    throw json.failure("the tensor " + JsonText.quote(name) + " has " + JsonText.quote(attribute)
                            + "; a tensor has \"dtype\", \"shape\" and \"data_offsets\" alone.");
            }
        });
        for (String attribute : List.of(TYPE, SHAPE, OFFSETS)) {
            if (!values.read.contains(attribute)) {
                throw json.failure("the tensor " + JsonText.quote(name) + " has no \"" + attribute + "\".");
            }
        }
        entries.add(entry(name, values));
    }

    /** What has been read of one tensor. */
    private static final class EntryValues {
        private final Set<String> read = new HashSet<>();
        private ElementType type = ElementType.F32;
        private List<Long> shape = List.of();
        private List<Long> offsets = List.of();
    }

    private ElementType type(String name) throws DataFormatException {
        return Arrays.stream(ElementType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> json.failure("the type " + JsonText.quote(name)
                        + " is none that can be read; these are "
                        + Arrays.stream(ElementType.values()).map(Enum::name).collect(Collectors.joining(", "))
                        + "."));
    }

    private TensorHeader.Entry entry(String name, EntryValues values) throws DataFormatException {
        List<Long> offsets = values.offsets;
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
            throw json.failure("the \"data_offsets\" of " + JsonText.quote(name) + " are " + offsets
                    + "; they are two numbers, the begin and the end, which is not before it.");
        }
        long bytes = offsets.get(1) - offsets.get(0);
        TensorShape shape = TensorShape.of(name, values.shape, json);
        long needed = (long) shape.count() * values.type.bytes();
        if (bytes != needed) {
            throw json.failure("the tensor " + JsonText.quote(name) + " has bytes " + offsets.get(0) + " to "
                    + offsets.get(1) + ", which are " + bytes + ", but its shape " + values.shape + " of type "
                    + values.type + " needs " + needed + ".");
        }
        return new TensorHeader.Entry(name, values.type, shape.sizes(), offsets.get(0), offsets.get(1));
    }

    /** One behind the other, as the format demands: no byte belongs to two tensors or to none. */
    private List<TensorHeader.Entry> inOrder() throws DataFormatException {
        entries.sort(Comparator.comparingLong(TensorHeader.Entry::begin).thenComparingLong(TensorHeader.Entry::end));
        long end = 0;
        String before = "the header";
        for (TensorHeader.Entry entry : entries) {
            if (entry.begin() != end) {
                throw new DataFormatException(
                        file.source(),
                        "tensor " + JsonText.quote(entry.name()),
                        "its bytes begin at " + entry.begin() + ", but " + before + " ends at " + end
                                + (entry.begin() < end ? ", so that they overlap" : ", which leaves a gap")
                                + "; tensors lie one behind the other.");
            }
            end = entry.end();
            before = JsonText.quote(entry.name());
        }
        return entries;
    }
}
