package dev.netwright.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which columns become features, targets and labels, and in which order. */
class CsvColumnsTest {
    private static final String HOUSES = """
            id,area,rooms,price,tax
            1,80.5,3,250,2.5
            2,120,5,410,4.1
            """;

    @Test
    void everyColumnButTheLabelIsAFeature() throws IOException {
        Dataset data = CsvText.load("""
                petal,species,sepal
                1.4,setosa,5.1
                4.7,versicolor,7
                1.5,setosa,4.9
                """, csv -> csv.label("species"));
        assertThat(data.features()).containsExactly(1.4f, 5.1f, 4.7f, 7f, 1.5f, 4.9f);
        assertThat(data.inputs()).isEqualTo(2);
        assertThat(data.featureNames()).containsExactly("petal", "sepal");
        assertThat(data.targets().labels()).containsExactly(0, 1, 0);
        assertThat(data.targets().width()).isEqualTo(2);
        assertThat(data.classNames()).containsExactly("setosa", "versicolor");
    }

    @Test
    void everyColumnButTheTargetsIsAFeature() throws IOException {
        Dataset data = CsvText.load(HOUSES, csv -> csv.targets("tax", "price"));
        assertThat(data.featureNames()).containsExactly("id", "area", "rooms");
        assertThat(data.features()).containsExactly(1f, 80.5f, 3f, 2f, 120f, 5f);
        assertThat(data.targets().areLabels()).isFalse();
        assertThat(data.targets().width()).isEqualTo(2);
        assertThat(data.targets().values()).containsExactly(2.5f, 250f, 4.1f, 410f);
    }

    @Test
    void namedFeaturesComeInTheOrderGiven() throws IOException {
        Dataset data = CsvText.load(HOUSES, csv -> csv.targets("price").features("rooms", "area"));
        assertThat(data.featureNames()).containsExactly("rooms", "area");
        assertThat(data.features()).containsExactly(3f, 80.5f, 5f, 120f);
    }

    @Test
    void ignoredColumnsAreLeftOutAndNotRead() throws IOException {
        Dataset data =
                CsvText.load("id,x,y\nA7,1,2\nB9,3,4\n", csv -> csv.targets("y").ignore("id"));
        assertThat(data.featureNames()).containsExactly("x");
        assertThat(data.features()).containsExactly(1f, 3f);
    }

    @Test
    void aLabelColumnMayHoldNumbersAndThenTheySortByValue() throws IOException {
        Dataset data = CsvText.load("x,digit\n0,10\n0,9\n0,-1\n0,2\n0,9\n", csv -> csv.label("digit"));
        assertThat(data.classNames()).containsExactly("-1", "2", "9", "10");
        assertThat(data.targets().labels()).containsExactly(3, 2, 0, 1, 2);
    }

    @Test
    void otherClassesSortByTheirCharacters() throws IOException {
        Dataset data = CsvText.load("x,grade\n0,b\n0,10\n0,9\n0,B\n0,a\n", csv -> csv.label("grade"));
        assertThat(data.classNames()).containsExactly("10", "9", "B", "a", "b");
        assertThat(data.targets().labels()).containsExactly(4, 0, 1, 2, 3);
    }

    @Test
    void classesThatAreGivenKeepTheirOrderAndMayHaveNoRow() throws IOException {
        Dataset data = CsvText.load(
                "x,size\n0,large\n0,small\n", csv -> csv.label("size").classes("small", "medium", "large"));
        assertThat(data.classNames()).containsExactly("small", "medium", "large");
        assertThat(data.targets().width()).isEqualTo(3);
        assertThat(data.targets().labels()).containsExactly(2, 0);
    }

    @Test
    void aSecondFileGetsTheLabelsOfTheFirst() throws IOException {
        Dataset first = CsvText.load("x,species\n0,setosa\n0,virginica\n", csv -> csv.label("species"));
        Dataset second = CsvText.load(
                "x,species\n0,virginica\n", csv -> csv.label("species").classes(first.classNames()));
        assertThat(second.targets().labels()).containsExactly(1);
    }

    @Test
    void withoutAHeaderColumnsAreNumberedFromOne() throws IOException {
        Dataset data = CsvText.load("1,2,a\n3,4,b\n", csv -> csv.withoutHeader().label("3"));
        assertThat(data.rows()).isEqualTo(2);
        assertThat(data.features()).containsExactly(1f, 2f, 3f, 4f);
        assertThat(data.featureNames()).containsExactly("1", "2");
    }

    @Test
    void withoutAHeaderColumnsHaveTheNamesGiven() throws IOException {
        Dataset data = CsvText.load(
                "1,2,a\n3,4,b\n", csv -> csv.withoutHeader("x", "y", "kind").label("kind"));
        assertThat(data.rows()).isEqualTo(2);
        assertThat(data.featureNames()).containsExactly("x", "y");
    }

    @Test
    void anUnnamedColumnIsNoTroubleWhereItIsNotAFeature() throws IOException {
        Dataset data = CsvText.load(",x,y\n1,2,3\n", csv -> csv.targets("y").features("x"));
        assertThat(data.features()).containsExactly(2f);
    }

    @Test
    void oneDescriptionLoadsSeveralTimes() throws IOException {
        Path file = Path.of("src/test/resources/quoted.csv");
        CsvDataset csv = CsvDataset.of(file).label("note");
        assertThat(csv.load().features()).isEqualTo(csv.load().features());
    }

    @Test
    void manyColumnsAreNoTrouble() throws IOException {
        int columns = 40_000;
        StringBuilder text = new StringBuilder("y");
        for (int i = 0; i < columns; i++) {
            text.append(",x").append(i);
        }
        text.append("\n0").append(",1".repeat(columns));
        assertThat(CsvText.load(text.toString(), csv -> csv.targets("y")).inputs())
                .isEqualTo(columns);
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        CsvDataset csv = CsvDataset.of(Path.of("src/test/resources/quoted.csv"));
        assertThatThrownBy(csv::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Nothing to learn is named; call label(...) or targets(...) before load().");
        assertThatThrownBy(csv.label("note").targets("x")::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Both a label and targets are named; call only one of label(...) and targets(...).");
        assertThatThrownBy(CsvDataset.of(Path.of("x")).targets("x").classes("a")::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Classes are named, but no label; call label(...).");
        assertThatThrownBy(
                        CsvDataset.of(Path.of("x")).targets("x").features("a").ignore("b")::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Both features(...) and ignore(...) were called;");
    }

    @Test
    void theColumnToLearnIsNoFeatureAndNotIgnored() {
        String text = "x,y\n1,2\n";
        for (var settings : List.<UnaryOperator<CsvDataset>>of(
                csv -> csv.targets("y").features("x", "y"),
                csv -> csv.targets("y").ignore("y"),
                csv -> csv.label("y").features("y"))) {
            assertThatThrownBy(() -> CsvText.load(text, settings))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The column \"y\" is to be learnt, so it can be neither a feature nor ignored.");
        }
    }

    @Test
    void namesThatAreEmptyOrThereTwiceAreRefused() {
        CsvDataset csv = CsvDataset.of(Path.of("x"));
        assertThatThrownBy(() -> csv.features("a", "b", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The feature column \"a\" is named twice; name it once.");
        assertThatThrownBy(() -> csv.classes())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No class is named; name at least one.");
        assertThatThrownBy(() -> csv.label(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The name of a label column is empty; give the name that the file has.");
    }
}
