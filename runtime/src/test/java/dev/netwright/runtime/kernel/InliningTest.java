package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javassist.bytecode.BadBytecode;
import javassist.bytecode.ClassFile;
import javassist.bytecode.CodeAttribute;
import javassist.bytecode.CodeIterator;
import javassist.bytecode.ConstPool;
import javassist.bytecode.MethodInfo;
import javassist.bytecode.Opcode;
import org.junit.jupiter.api.Test;

/**
 * Loops over vectors stay out of their callers' machine code: C2 inlines no method of more than 325 bytes of bytecode, and where
 * it inlines one in the middle of a large compilation, it may allocate every vector. Here the bytecode is read, since which
 * compilations become large changes from one JVM to the next.
 */
class InliningTest {
    /** HotSpot's FreqInlineSize: the most bytes of a method that it inlines. */
    private static final int MOST_INLINED = 325;

    private static final String PACKAGE = InliningTest.class.getPackageName();

    /** The products of a single sample: their sizes are constants of the caller, which inlining makes use of. */
    private static final Set<String> MEANT_TO_BE_INLINED =
            Set.of("SimdRow", "SimdRowTiles", "SimdRowParts", "SimdShortRow");

    private final Map<String, Method> methods = new HashMap<>();

    @Test
    void onlyProductsOfOneSampleCanBeInlinedIntoCallersOfTheKernels() throws Exception {
        readPackage();
        Set<String> reached = new HashSet<>();
        methods.values().stream()
                .filter(method -> !method.className.startsWith("Simd"))
                .forEach(method -> method.calls.forEach(call -> follow(call, reached)));
        Set<String> classes = new TreeSet<>();
        reached.stream()
                .map(methods::get)
                .filter(method -> method.computesWithVectors)
                .forEach(method -> classes.add(method.className));
        classes.removeAll(MEANT_TO_BE_INLINED);

        assertThat(classes).isEmpty();
        assertThat(reached).hasSizeGreaterThan(20);
    }

    /** This method and what it calls, as far as C2 may inline it. An interface's method leads to all of its name and type. */
    private void follow(String call, Set<String> reached) {
        String nameAndType = call.substring(call.indexOf('.'));
        Stream<String> targets = methods.containsKey(call) && !methods.get(call).isOfInterface
                ? Stream.of(call)
                : methods.keySet().stream().filter(method -> method.endsWith(nameAndType));
        for (String target : targets.toList()) {
            Method method = methods.get(target);
            if (method.length <= MOST_INLINED && reached.add(target)) {
                method.calls.forEach(next -> follow(next, reached));
            }
        }
    }

    private void readPackage() throws IOException, URISyntaxException, BadBytecode {
        Path folder =
                Path.of(Kernels.class.getResource("Kernels.class").toURI()).getParent();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            ClassFile read = new ClassFile(new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file))));
            for (MethodInfo method : read.getMethods()) {
                if (method.getCodeAttribute() != null) {
                    String className = read.getName().substring(PACKAGE.length() + 1);
                    methods.put(
                            className + "." + method.getName() + method.getDescriptor(),
                            new Method(className, read.isInterface(), method.getCodeAttribute()));
                }
            }
        }
    }

    /** A method as C2 sees it. */
    private static final class Method {
        final String className;
        final boolean isOfInterface;
        final int length;
        final List<String> calls = new ArrayList<>();
        private boolean computesWithVectors;

        Method(String className, boolean isOfInterface, CodeAttribute code) throws BadBytecode {
            this.className = className;
            this.isOfInterface = isOfInterface;
            length = code.getCodeLength();
            CodeIterator instructions = code.iterator();
            while (instructions.hasNext()) {
                int at = instructions.next();
                switch (instructions.byteAt(at)) {
                    case Opcode.INVOKEVIRTUAL, Opcode.INVOKESTATIC, Opcode.INVOKESPECIAL, Opcode.INVOKEINTERFACE ->
                        add(code.getConstPool(), instructions.u16bitAt(at + 1));
                    default -> {}
                }
            }
        }

        private void add(ConstPool pool, int index) {
            boolean isInterface = pool.getTag(index) == ConstPool.CONST_InterfaceMethodref;
            String owner = isInterface ? pool.getInterfaceMethodrefClassName(index) : pool.getMethodrefClassName(index);
            String name = isInterface ? pool.getInterfaceMethodrefName(index) : pool.getMethodrefName(index);
            String type = isInterface ? pool.getInterfaceMethodrefType(index) : pool.getMethodrefType(index);
            computesWithVectors |= owner.endsWith("Vector") && !name.endsWith("Size");
            if (owner.startsWith(PACKAGE + ".")) {
                calls.add(owner.substring(PACKAGE.length() + 1) + "." + name + type);
            }
        }
    }
}
