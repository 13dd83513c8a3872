package dev.netwright.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.benchmarks.c.CProgram;
import dev.netwright.benchmarks.jmh.Contender;
import dev.netwright.benchmarks.jmh.Contenders;
import dev.netwright.benchmarks.jmh.Library;
import dev.netwright.benchmarks.jmh.OutputCheck;
import dev.netwright.benchmarks.jmh.Schedule;
import dev.netwright.benchmarks.work.Declared;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.benchmarks.work.Work;
import dev.netwright.benchmarks.work.Works;
import dev.netwright.runtime.IndexColumns;
import dev.netwright.runtime.Network;
import dev.netwright.testing.GradientCheck;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that Netwright alone has: what they are said to be, what they compute, and who is asked for them. */
class DeclaredNetworksTest {
    static Stream<Declared> models() {
        return Stream.of(
                Works.LENET_5_NORMALIZED, Works.RENTS, Works.ACTOR_CRITIC, Works.TABLE_500, Works.TABLE_50_000);
    }

    /** The check goes through every parameter. */
    static Stream<Declared> smallModels() {
        return models().filter(model -> model.tableRows() < 1_000);
    }

    static Stream<Work> works() {
        return Works.all().stream().filter(work -> work.model() instanceof Declared);
    }

    private static Network network(Declared model) {
        return DeclaredNetworks.of(model, new float[0]);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelSaysWhatItsNetworkIs(Declared model) {
        Network network = network(model);
        IndexColumns indices = IndexColumns.of(network.topology());

        assertThat(network.inputSize()).isEqualTo(model.inputSize());
        assertThat(network.outputSize()).isEqualTo(model.outputSize());
        assertThat(network.topology().multiplyAdds()).isEqualTo(model.multiplyAdds());
        for (int column = 0; column < model.inputSize(); column++) {
            boolean isLast = column == model.inputSize() - 1;
            assertThat(indices.vocabulary(column)).isEqualTo(isLast ? model.tableRows() : 0);
        }
    }

    /** No peer is there to compare with. */
    @ParameterizedTest
    @MethodSource("smallModels")
    void computesWhatDoublePrecisionDoes(Declared model) {
        GradientCheck.of(network(model)).rows(3).check();
    }

    @ParameterizedTest
    @MethodSource("works")
    void stepsAndPredictionsAreFinite(Work work) throws Exception {
        try (Session session = Peers.byId("netwright").open(Task.of(work))) {
            float[] before = session.parameters().clone();

            assertThat(session.run()).isFinite();

            for (float output : session.outputs()) {
                assertThat(output).isFinite();
            }
            assertThat(Arrays.equals(session.parameters(), before)).isEqualTo(work.kind() != Kind.TRAINING);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aPassOfOnesOwnPredictsTheSame(Declared model) {
        Work work = new Work(Kind.ONE_SAMPLE, model, 1, Rule.NONE, 1);

        assertThatCode(() -> OutputCheck.check(Peers.byId("netwright-pass"), work))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("works")
    void nobodyElseIsAsked(Work work) {
        Contender libtorch = new Contender(
                Library.LIBTORCH.title(), Library.LIBTORCH.folder(), List.of(Path.of("a.jar")), List.of());

        assertThat(Schedule.has(libtorch, work)).isFalse();
        assertThat(Contenders.builtIn())
                .filteredOn(contender -> Schedule.has(contender, work))
                .allSatisfy(contender -> assertThat(contender.title()).startsWith(Contenders.NETWRIGHT));
        assertThat(CProgram.time(work, 1).reason()).isPresent();
        for (String id : List.of("textbook", "hand-written")) {
            assertThatThrownBy(() -> Peers.byId(id).open(Task.of(work))).isInstanceOf(Refusal.class);
        }
    }
}
