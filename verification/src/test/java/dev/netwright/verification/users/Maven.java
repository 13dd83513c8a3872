package dev.netwright.verification.users;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.netwright.verification.process.Command;
import dev.netwright.verification.process.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Maven that runs this build. Tests that are run without it are skipped. */
final class Maven {
    private static final String HOME = System.getProperty("netwright.maven.home", "");
    private static final String REPOSITORY = System.getProperty("netwright.maven.repository", "");
    private static final String VERSION = System.getProperty("netwright.version", "");

    private Maven() {}

    /** The version of this build. */
    static String version() {
        return known(VERSION);
    }

    /** The local repository of this build. */
    static Path repository() {
        return Path.of(known(REPOSITORY));
    }

    /** Runs Maven in a folder, offline and with variables added to the environment. */
    static Command.Result run(Path folder, Jdk jdk, Path repository, Map<String, String> variables, String... goals) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.putAll(Map.of("JAVA_HOME", jdk.home().toString(), "MAVEN_OPTS", "", "MAVEN_ARGS", ""));
        List<String> command = new ArrayList<>();
        command.add(Path.of(known(HOME), "bin", "mvn").toString());
        command.addAll(List.of("-o", "-B", "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(goals));
        return Command.run(folder, environment, command).succeeded();
    }

    private static String known(String property) {
        assumeThat(property)
                .as("what Maven tells of itself; run this test with Maven")
                .isNotEmpty();
        return property;
    }
}
