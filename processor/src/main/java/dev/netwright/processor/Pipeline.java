package dev.netwright.processor;

import dev.netwright.processor.declaration.DeclarationReader;
import dev.netwright.processor.declaration.Declarations;
import dev.netwright.processor.declaration.NetworkDeclaration;
import dev.netwright.processor.diagnostic.Bug;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.diagnostic.Origin;
import dev.netwright.processor.diagnostic.Reporter;
import dev.netwright.processor.diagnostic.ShapeTable;
import dev.netwright.processor.emit.GeneratedSource;
import dev.netwright.processor.emit.NetworkEmitter;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.plan.NetworkPlan;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Takes one annotated type through every stage: declaration, model, plan, source. */
final class Pipeline {
    private final Elements elements;
    private final Filer filer;
    private final Declarations declarations;
    private final Reporter reporter;

    Pipeline(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.filer = environment.getFiler();
        this.declarations = new Declarations(elements, environment.getTypeUtils());
        this.reporter = new Reporter(environment);
    }

    /**
     * Generates the network of a type, or reports why not. A failure of the stages themselves is reported too: an
     * exception that left the processor would end the compilation with a stack trace and without the type's name.
     *
     * @return whether that is done; false where the type names others that may yet be written
     */
    boolean run(TypeElement type) {
        try {
            Optional<NetworkDeclaration> declaration = new DeclarationReader(elements).read(type);
            declaration.ifPresent(this::generate);
            return declaration.isPresent();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            reporter.report(Bug.of(type, e), new ShapeTable(List.of()));
            return true;
        }
    }

    private void generate(NetworkDeclaration declaration) {
        List<Finding> findings = declarations.check(declaration);
        findings.forEach(finding -> reporter.report(finding, declaration.shapes()));
        if (findings.stream().noneMatch(Finding::isError)) {
            NetworkModel model = declarations.model(declaration);
            NetworkEmitter emitter = new NetworkEmitter(declarations.generatedAnnotation(declaration.type()));
            write(emitter.emit(NetworkPlan.of(model)), model, declaration);
        }
    }

    private void write(GeneratedSource source, NetworkModel model, NetworkDeclaration declaration) {
        TypeElement type = declaration.type();
        try (Writer writer = filer.createSourceFile(source.className(), type).openWriter()) {
            writer.write(source.text());
        } catch (FilerException e) {
            Finding collision = declaration.collision(
                    model.generatedName(),
                    "there is one already, of another interface, another processor or an earlier compilation");
            reporter.report(collision, declaration.shapes());
        } catch (IOException e) {
            Finding output = Finding.of(
                    Code.DECLARATION_OUTPUT,
                    Origin.of(type),
                    type.getSimpleName().toString(),
                    Finding.NOT_A_LAYER,
                    source.className(),
                    reason(e));
            reporter.report(output, declaration.shapes());
        }
    }

    /** Without a full stop. Some exceptions of files have the path for a message and nothing else. */
    private static String reason(IOException e) {
        String text = String.valueOf(e.getMessage());
        if (e instanceof FileSystemException failure && failure.getReason() == null) {
            text = failure.getFile()
                    + (e instanceof AccessDeniedException
                            ? ", to which access is denied"
                            : e instanceof NoSuchFileException
                                    ? ", which does not exist"
                                    : ", which the file system refuses");
        } else if (e.getMessage() == null) {
            text = "the file system gave no reason";
        }
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
