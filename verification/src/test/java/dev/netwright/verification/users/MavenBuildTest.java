package dev.netwright.verification.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.verification.process.Artifacts;
import dev.netwright.verification.process.Command;
import dev.netwright.verification.process.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build with Maven and the pieces of XML that README.md shows; whoever copies them gets a program that runs. */
class MavenBuildTest {
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>demo</groupId>
              <artifactId>demo</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies>
            %s  </dependencies>
              <build>
                <sourceDirectory>src</sourceDirectory>
                <pluginManagement>
                  <plugins>
            %s      </plugins>
                </pluginManagement>
                <plugins>
            %s    </plugins>
              </build>
            </project>
            """;

    @TempDir
    private Path folder;

    static List<Jdk> jdks() {
        return Jdk.found();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jdks")
    void thePiecesOfTheReadmeMakeAProgramThatRuns(Jdk jdk) throws IOException {
        UserProject project = UserProject.in(folder.resolve("project"));
        project.write("pom.xml", POM.formatted(Readme.xml("dependency"), plugins(), Readme.xml("plugin")));

        try (LocalRepository repository =
                LocalRepository.in(folder.resolve("repository"), Maven.repository(), Maven.version())) {
            Command.Result built = Maven.run(project.folder(), jdk, repository.folder(), Map.of(), "compile");
            assertThat(built.out()).contains("BUILD SUCCESS").doesNotContain("WARNING");
        }
        assertThat(project.folder().resolve("target/generated-sources/annotations/demo/XorNetwork.java"))
                .exists();

        String path = Artifacts.path(Path.of("target/classes"), Artifacts.runtime(), Artifacts.annotations());
        Command.Result run = jdk.run(project.folder(), "java", List.of("-cp", path, UserProject.MAIN));
        assertThat(run.succeeded().lines()).isEqualTo(UserProject.OUTPUT);
    }

    @Test
    void theReadmeNamesThisVersion() throws IOException {
        String version = "<version>" + Maven.version() + "</version>";
        assertThat(Readme.xml("dependency")).contains(version);
        assertThat(Readme.xml("plugin")).contains(version);
    }

    /** The versions of this build, so that nothing else has to be downloaded. */
    private static String plugins() throws IOException {
        StringBuilder plugins = new StringBuilder();
        String pom = Files.readString(Artifacts.projectRoot().resolve("pom.xml"));
        for (String plugin : List.of("maven-resources-plugin", "maven-compiler-plugin")) {
            Matcher version = Pattern.compile(plugin + "</artifactId>\\s*<version>([^<]+)")
                    .matcher(pom);
            assertThat(version.find()).as("version of %s", plugin).isTrue();
            plugins.append("<plugin><artifactId>%s</artifactId><version>%s</version></plugin>%n"
                    .formatted(plugin, version.group(1)));
        }
        return plugins.toString();
    }
}
