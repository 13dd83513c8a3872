package dev.netwright.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Another processor in the same compilation: writes the first of its sources in the first round with one of its
 * annotations, and the others in the rounds after it.
 */
public final class SourceWriter extends AbstractProcessor {
    private final String annotation;
    private final List<SourceFile> sources;
    private int round;

    /** For the annotation of this name, with one source for each round. */
    public SourceWriter(String annotation, SourceFile... sources) {
        this.annotation = annotation;
        this.sources = List.of(sources);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(annotation);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
        if (round < sources.size()) {
            SourceFile source = sources.get(round++);
            String name = source.path().replace(".java", "").replace('/', '.');
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write(source.text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }
}
