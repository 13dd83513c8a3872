package dev.netwright.processor.diagnostic;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** Prints at the exact place in javac's syntax tree. */
final class TreePrinter {
    private final Trees trees;

    private TreePrinter(Trees trees) {
        this.trees = trees;
    }

    /**
     * A printer for javac.
     *
     * @throws RuntimeException if the compiler is another one, or is wrapped in something that hides its trees
     * @throws LinkageError     if there is no javac in the JVM
     */
    static TreePrinter of(ProcessingEnvironment environment) {
        return new TreePrinter(Trees.instance(environment));
    }

    /** Whether the place was found and the text printed there. */
    boolean print(Kind kind, String text, Origin origin) {
        TreePath path = trees.getPath(origin.element());
        if (path == null) {
            return false;
        }
        Tree place = path.getLeaf();
        if (origin.annotation().isPresent()) {
            if (!(place instanceof ClassTree type)) {
                return false;
            }
            List<AnnotationTree> annotations =
                    annotations(path, type, origin.annotation().get());
            if (origin.index() >= annotations.size()) {
                return false;
            }
            AnnotationTree annotation = annotations.get(origin.index());
            place = origin.attribute()
                    .flatMap(name -> value(annotation, name))
                    .map(value -> element(value, origin.position()))
                    .map(TreePrinter::start)
                    .orElse(annotation);
        } else if (place instanceof ClassTree type && !type.getSimpleName().isEmpty()) {
            // A class tree's own position is its first modifier or annotation, but the Messager knows the name's.
            return false;
        }
        trees.printMessage(kind, text, place, path.getCompilationUnit());
        return true;
    }

    /** The annotations of one type in the order of the source, those inside a written-out container too. */
    private List<AnnotationTree> annotations(TreePath path, ClassTree type, AnnotationMirror wanted) {
        TypeElement wantedType = (TypeElement) wanted.getAnnotationType().asElement();
        List<AnnotationTree> found = new ArrayList<>();
        for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
            collect(path, annotation, wantedType, found);
        }
        return found;
    }

    private void collect(TreePath path, AnnotationTree annotation, TypeElement wanted, List<AnnotationTree> found) {
        TreePath typePath = TreePath.getPath(path, annotation.getAnnotationType());
        Element type = typePath == null ? null : trees.getElement(typePath);
        if (wanted.equals(type)) {
            found.add(annotation);
            return;
        }
        for (ExpressionTree argument : annotation.getArguments()) {
            ExpressionTree value =
                    argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
            if (value instanceof AnnotationTree inner) {
                collect(path, inner, wanted, found);
            } else if (value instanceof NewArrayTree array && array.getInitializers() != null) {
                for (ExpressionTree element : array.getInitializers()) {
                    if (element instanceof AnnotationTree inner) {
                        collect(path, inner, wanted, found);
                    }
                }
            }
        }
    }

    /** One element of an array; the array itself where it is written without braces, as one element may be. */
    private static Tree element(Tree value, OptionalInt position) {
        boolean isListed = value instanceof NewArrayTree array
                && array.getInitializers() != null
                && position.orElse(Integer.MAX_VALUE) < array.getInitializers().size();
        return isListed ? ((NewArrayTree) value).getInitializers().get(position.getAsInt()) : value;
    }

    /** What an expression begins with: javac prints at the dot of {@code a.b} and at the sign of {@code a + b}. */
    private static Tree start(Tree expression) {
        if (expression instanceof MemberSelectTree select) {
            return start(select.getExpression());
        }
        if (expression instanceof BinaryTree binary) {
            return start(binary.getLeftOperand());
        }
        if (expression instanceof ConditionalExpressionTree conditional) {
            return start(conditional.getCondition());
        }
        return expression;
    }

    private static Optional<Tree> value(AnnotationTree annotation, String attribute) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (!(argument instanceof AssignmentTree assignment)) {
                return attribute.equals("value") ? Optional.of(argument) : Optional.empty();
            }
            if (assignment.getVariable().toString().equals(attribute)) {
                return Optional.of(assignment.getExpression());
            }
        }
        return Optional.empty();
    }
}
