package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import java.util.List;
import java.util.Optional;

/** {@code @OnnxModel} as the user wrote it. */
public final class ImportDeclaration {
    private final NetworkDeclaration declaration;
    private final Declared<String> file;
    private final List<Declared<String>> outputs;
    private final List<String> others;
    private final Optional<TaskDeclaration> task;

    /**
     * Of one interface.
     *
     * @param declaration it, whose layers the file has
     * @param file        the file
     * @param outputs     the outputs that it names; none for all
     * @param others      annotations on it that declare a network by layers
     * @param task        what the network is for, with the types of samples and classes
     */
    ImportDeclaration(
            NetworkDeclaration declaration,
            Declared<String> file,
            List<Declared<String>> outputs,
            List<String> others,
            Optional<TaskDeclaration> task) {
        this.declaration = declaration;
        this.file = file;
        this.outputs = List.copyOf(outputs);
        this.others = List.copyOf(others);
        this.task = task;
    }

    /** The interface. */
    public NetworkDeclaration declaration() {
        return declaration;
    }

    /** The file as it is written. */
    public String path() {
        return file.value();
    }

    /** The outputs that it names, as they are written; none for all. */
    public List<String> outputs() {
        return outputs.stream().map(Declared::value).toList();
    }

    /** Annotations on the same interface that declare a network by layers. */
    List<String> others() {
        return others;
    }

    /** What the network is for, where the interface says it. */
    Optional<TaskDeclaration> task() {
        return task;
    }

    /** A finding about the file. */
    public Finding finding(Code code, Object... arguments) {
        return Finding.of(code, file.origin(), declaration.simpleName(), Finding.NOT_A_LAYER, arguments);
    }

    /** A finding about one of the outputs that it names. */
    public Finding findingOfOutput(int number, String what, String cure) {
        return Finding.of(
                Code.ONNX_OUTPUT,
                outputs.get(number).origin(),
                declaration.simpleName(),
                Finding.NOT_A_LAYER,
                '"' + outputs.get(number).value() + '"',
                what,
                cure);
    }

    /** A finding about what the interface says. */
    public Finding findingOfInterface(Code code, Object... arguments) {
        return Finding.of(code, declaration.origin(), declaration.simpleName(), Finding.NOT_A_LAYER, arguments);
    }
}
