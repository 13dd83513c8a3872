package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code @OnnxModel} as the user wrote it.
 *
 * @param declaration the interface, whose inputs and layers the file has
 * @param file        the file
 * @param others      annotations on the same interface that declare a network by layers
 */
public record ImportDeclaration(NetworkDeclaration declaration, Declared<String> file, List<String> others) {
    /** Copies the list. */
    public ImportDeclaration {
        others = List.copyOf(others);
    }

    /** The file as it is written. */
    public String path() {
        return file.value();
    }

    /** A finding about the file. */
    public Finding finding(Code code, Object... arguments) {
        return Finding.of(code, file.origin(), declaration.simpleName(), Finding.NOT_A_LAYER, arguments);
    }

    /** What is wrong with the annotation and what else the interface says. */
    List<Finding> findings(Optional<TaskDeclaration> task) {
        Origin place = file.origin();
        List<Finding> findings = new ArrayList<>();
        if (!others.isEmpty()) {
            findings.add(Finding.of(
                    Code.ONNX_LAYERS,
                    place,
                    declaration.simpleName(),
                    Finding.NOT_A_LAYER,
                    "@" + String.join(" and @", others)));
        }
        task.ifPresent(found -> findings.add(Finding.of(
                Code.ONNX_TASK,
                declaration.origin(),
                declaration.simpleName(),
                Finding.NOT_A_LAYER,
                found.name(),
                declaration.simpleName())));
        return findings;
    }
}
