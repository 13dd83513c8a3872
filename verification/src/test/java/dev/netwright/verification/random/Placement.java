package dev.netwright.verification.random;

/** Where a declaration stands: NAME is its own name, AROUND that of the type around it or above it. */
enum Placement {
    PUBLIC("", "ANNOTATIONS public interface NAME extends dev.netwright.runtime.Network {MEMBERS}"),
    PACKAGE_PRIVATE("", "ANNOTATIONS interface NAME extends dev.netwright.runtime.Network {MEMBERS}"),
    IN_A_CLASS("AROUND_", """
            public class AROUND {
            ANNOTATIONS public interface NAME extends dev.netwright.runtime.Network {MEMBERS}
            }
            """),
    IN_AN_INTERFACE("AROUND_", """
            public interface AROUND {
            ANNOTATIONS interface NAME extends dev.netwright.runtime.Network {MEMBERS}
            }
            """),
    IN_A_RECORD("AROUND_Middle_", """
            final class AROUND { record Middle(int rows) {
            ANNOTATIONS protected interface NAME extends dev.netwright.runtime.Network {MEMBERS}
            }}
            """),
    INDIRECT("", """
            interface AROUND extends dev.netwright.runtime.Network { int INPUTS = -1; float[] gradients = {}; }
            ANNOTATIONS public interface NAME extends AROUND {MEMBERS}
            """);

    private final String prefix;
    private final String source;

    Placement(String prefix, String source) {
        this.prefix = prefix;
        this.source = source;
    }

    /** The simple name of the class that the processor writes. */
    String generatedName(String name) {
        return prefix.replace("AROUND", around(name)) + name + "Network";
    }

    /** The type that the file is named after. */
    String fileName(String name) {
        return prefix.isEmpty() ? name : around(name);
    }

    /** The source without its package. */
    String source(String annotations, String name, String members) {
        return source.replace("ANNOTATIONS ", annotations)
                .replace("AROUND", around(name))
                .replace("NAME", name)
                .replace("MEMBERS", members);
    }

    private static String around(String name) {
        return "Around" + name;
    }
}
