package dev.netwright.processor.diagnostic;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** The folders that sources lie in. Only javac tells; under other compilers there are none. */
public final class SourceFolder {
    private final ProcessingEnvironment environment;

    /** For one compiler. */
    public SourceFolder(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** The folder of a type's source; empty where it is not known, or no folder of the file system. */
    public Optional<Path> of(TypeElement type) {
        try {
            TreePath path = Trees.instance(environment).getPath(type);
            if (path == null) {
                return Optional.empty();
            }
            URI source = path.getCompilationUnit().getSourceFile().toUri();
            return Optional.ofNullable(Path.of(source).getParent());
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }
}
