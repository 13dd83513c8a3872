package dev.netwright.verification.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.runtime.training.TrainingResult;
import dev.netwright.verification.record.Visit.Film;
import dev.netwright.verification.record.Visit.Person;
import dev.netwright.verification.record.Visit.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A network of several inputs makes data sets of a list for each record and an array for each other input. */
class SeveralRecordsTest {
    private static final List<Person> PERSONS =
            List.of(new Person(20, true), new Person(40, false), new Person(60, true));
    private static final List<Film> FILMS = List.of(new Film(90, 0), new Film(120, 3), new Film(150, 1));
    private static final float[] WEATHER = {1, 2, 3, 4, 5, 6};
    private static final List<Verdict> VERDICTS = List.of(Verdict.BAD, Verdict.GOOD, Verdict.GOOD);

    @Test
    void rowsHaveTheFeaturesOfAllInputsInTheirOrder() {
        Dataset data = VisitNetwork.dataset(PERSONS, FILMS, WEATHER, VERDICTS);

        assertThat(data.features()).containsExactly(20, 1, 90, 0, 1, 2, 40, 0, 120, 3, 3, 4, 60, 1, 150, 1, 5, 6);
        assertThat(data.featureNames())
                .containsExactly(
                        "person.age", "person.member", "film.length", "film.genre", "weather[0]", "weather[1]");
        assertThat(data.classNames()).containsExactly("BAD", "GOOD");
        assertThat(data.targets().labels()).containsExactly(0, 1, 1);
    }

    @Test
    void aRowIsWhatInferTakes() {
        VisitNetwork net = VisitNetwork.create(1);
        Dataset data = VisitNetwork.dataset(PERSONS, FILMS, WEATHER, VERDICTS);

        assertThat(net.infer(PERSONS.get(1), FILMS.get(1), new float[] {3, 4}))
                .isEqualTo(net.predict(Arrays.copyOfRange(data.features(), 6, 12)));
    }

    @Test
    void flagsAndIndicesAreNotScaled() {
        Dataset data = VisitNetwork.dataset(PERSONS, FILMS, WEATHER, VERDICTS);
        float[] scaled = new float[18];
        Standardizer.fit(data).apply(data.features(), 0, scaled, 3);

        assertThat(Arrays.copyOfRange(scaled, 6, 12)).containsExactly(0, 0, 0, 3, 0, 0);
    }

    @Test
    void everyInputHasAsManySamples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitNetwork.dataset(PERSONS, FILMS.subList(0, 2), WEATHER, VERDICTS))
                .withMessage("There are 3 samples of input person, but 2 of input film; give as many of each.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitNetwork.dataset(PERSONS, FILMS, new float[2], VERDICTS))
                .withMessage("There are 3 samples of input person, but 1 of input weather; give as many of each.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitNetwork.dataset(PERSONS, FILMS, new float[5], VERDICTS))
                .withMessage("Input weather has 5 features, which do not divide into samples of 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitNetwork.dataset(PERSONS, FILMS, WEATHER, VERDICTS.subList(0, 1)))
                .withMessage("There are 3 samples, but 1 label; give one for each.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitNetwork.dataset(List.of(), List.of(), new float[0], List.of()))
                .withMessage("The data set is empty; it needs at least one row.");
    }

    @Test
    void whatIsWrongIsNamedWithItsInput() {
        List<Film> films = Arrays.asList(FILMS.get(0), null, FILMS.get(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitNetwork.dataset(PERSONS, films, WEATHER, VERDICTS))
                .withMessage("Sample 1 of input film is null.");
        films.set(1, new Film(Float.NaN, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitNetwork.dataset(PERSONS, films, WEATHER, VERDICTS))
                .withMessageStartingWith("Sample 1 of input film: length is NaN");
        films.set(1, new Film(1, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitNetwork.dataset(PERSONS, films, WEATHER, VERDICTS))
                .withMessageContaining("genre");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> VisitNetwork.dataset(PERSONS, FILMS, new float[] {0, 0, 0, Float.NaN, 0, 0}, VERDICTS))
                .withMessageContaining("feature of input weather in row 1, column 1 is NaN");
    }

    @Test
    void severalOutputsHaveTargetsOfTheirOwn() {
        Dataset data = OutingNetwork.dataset(PERSONS, PERSONS, VERDICTS, WEATHER);
        assertThat(data.heads()).isEqualTo(2);
        assertThat(data.targets(0).labels()).containsExactly(0, 1, 1);
        assertThat(data.targets(1).values()).isEqualTo(WEATHER);
        assertThat(data.featureNames())
                .containsExactly("samples.age", "samples.member", "targets.age", "targets.member");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutingNetwork.dataset(PERSONS, PERSONS, VERDICTS, new float[4]))
                .withMessage("There are 3 samples, but targets for 2; give them for each.");
    }

    @Test
    void theNetworkLearnsFromIt() {
        Random random = new Random(3);
        List<Person> persons = new ArrayList<>();
        List<Film> films = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (int row = 0; row < 200; row++) {
            persons.add(new Person(20 + random.nextInt(50), random.nextBoolean()));
            films.add(new Film(80 + random.nextInt(80), random.nextInt(4)));
            boolean isGood = films.get(row).genre() == 2 || persons.get(row).age() > 55;
            verdicts.add(isGood ? Verdict.GOOD : Verdict.BAD);
        }
        Dataset data = VisitNetwork.dataset(persons, films, new float[400], verdicts);
        VisitNetwork net = VisitNetwork.create(5);
        net.standardize(Standardizer.fit(data));
        TrainingResult result = Trainer.of(net)
                .loss(Loss.CROSS_ENTROPY)
                .optimizer(new Adam(0.02f))
                .epochs(60)
                .metrics(Metric.ACCURACY)
                .fit(data);
        assertThat(result.epochs().get(59).metric(Metric.ACCURACY)).isGreaterThan(0.95);
    }
}
