package dev.netwright.processor;

import dev.netwright.processor.ModelImport.ImportedModel;
import dev.netwright.processor.declaration.DeclarationReader;
import dev.netwright.processor.declaration.Declarations;
import dev.netwright.processor.declaration.ImportDeclaration;
import dev.netwright.processor.declaration.ImportReader;
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
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.StandardLocation;

/** Takes one annotated type through every stage: declaration, model, plan, source. */
final class Pipeline {
    private final Elements elements;
    private final Types types;
    private final Filer filer;
    private final Declarations declarations;
    private final Reporter reporter;
    private final ModelImport importer;

    Pipeline(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.filer = environment.getFiler();
        this.declarations = new Declarations(elements, types);
        this.reporter = new Reporter(environment);
        this.importer = new ModelImport(new ModelFiles(environment));
    }

    /**
     * Generates the network of a type, or reports why not. A failure of the stages themselves is reported too: an
     * exception that left the processor would end the compilation with a stack trace and without the type's name.
     *
     * @return whether that is done; false where the type names others that may yet be written
     */
    boolean run(TypeElement type) {
        try {
            if (DeclarationReader.isImported(type)) {
                Optional<ImportDeclaration> declaration = new ImportReader(elements, types).read(type);
                declaration.ifPresent(this::generate);
                return declaration.isPresent();
            }
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
            emit(declarations.model(declaration), declaration);
        }
    }

    private void generate(ImportDeclaration imported) {
        NetworkDeclaration declaration = imported.declaration();
        List<Finding> findings = new ArrayList<>(declarations.check(imported));
        Optional<ImportedModel> model = findings.stream().noneMatch(Finding::isError)
                ? importer.read(
                        imported, declarations.interfaceModel(declaration), declarations.typed(imported), findings)
                : Optional.empty();
        findings.forEach(finding -> reporter.report(finding, declaration.shapes()));
        model.ifPresent(found -> {
            emit(found.model(), declaration);
            write(found, declaration);
        });
    }

    private void emit(NetworkModel model, NetworkDeclaration declaration) {
        NetworkEmitter emitter = new NetworkEmitter(declarations.generatedAnnotation(declaration.type()));
        write(emitter.emit(NetworkPlan.of(model)), model, declaration);
    }

    /** The numbers of an imported network, beside its class. */
    private void write(ImportedModel imported, NetworkDeclaration declaration) {
        TypeElement type = declaration.type();
        NetworkModel model = imported.model();
        String name = model.imported().orElseThrow().resource();
        try (OutputStream out = filer.createResource(StandardLocation.CLASS_OUTPUT, model.packageName(), name, type)
                .openOutputStream()) {
            out.write(imported.resource());
        } catch (IOException e) {
            reporter.report(output(type, name, e), declaration.shapes());
        }
    }

    private static Finding output(TypeElement type, String name, IOException e) {
        return Finding.of(
                Code.DECLARATION_OUTPUT,
                Origin.of(type),
                type.getSimpleName().toString(),
                Finding.NOT_A_LAYER,
                name,
                reason(e));
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
            reporter.report(output(type, source.className(), e), declaration.shapes());
        }
    }
}
