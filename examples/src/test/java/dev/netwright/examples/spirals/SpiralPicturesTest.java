package dev.netwright.examples.spirals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.Dataset;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pictures of a network that has learnt nothing but a straight border: the second arm right of x = 0. */
class SpiralPicturesTest {
    private static final int SECOND_REGION = 0xFFF6C08A;
    private static final int FIRST_REGION = 0xFF9CC3E6;
    private static final int FIRST_POINT = 0xFF0B4F94;
    private static final int SECOND_POINT = 0xFFB84A00;
    private static final int WHITE = 0xFFFFFFFF;

    private final Spirals net = border(0);

    /** One point of each arm, a quarter from the upper left and the lower right corner, and one far outside. */
    private final Dataset points =
            Dataset.of(new float[] {-3.89f, 3.89f, 3.89f, -3.89f, 7.8f, 50}, 2, new float[] {0, 1, 1}, 1);

    /** Lets one of the two inputs through one unit of each layer. */
    private static Spirals border(int input) {
        Spirals net = SpiralsNetwork.create(1);
        float[] parameters = net.parameters();
        Arrays.fill(parameters, 0);
        parameters[net.topology().weighted().get(0).weightsOffset() + input * 32] = 1;
        parameters[net.topology().weighted().get(1).weightsOffset()] = 1;
        parameters[net.topology().weighted().get(2).weightsOffset()] = 1;
        return net;
    }

    @Test
    void thePictureShowsTheRegionsTheBorderAndThePoints() {
        BufferedImage picture = BorderPicture.of(net, points);
        int size = picture.getWidth();

        assertThat(picture.getRGB(5, size / 2)).isEqualTo(FIRST_REGION);
        assertThat(picture.getRGB(size - 5, size / 2)).isEqualTo(SECOND_REGION);
        assertThat(picture.getRGB(size / 2 - 1, 100)).isEqualTo(WHITE);
        assertThat(picture.getRGB(size / 4, size / 4)).isEqualTo(FIRST_POINT);
        assertThat(picture.getRGB(3 * size / 4, 3 * size / 4)).isEqualTo(SECOND_POINT);
        assertThat(picture.getRGB(size / 4 - 5, size / 4 + 1)).as("the ring").isEqualTo(WHITE);
    }

    @Test
    void aPointOutsideThePictureIsLeftOut() {
        BufferedImage picture = BorderPicture.of(net, points);
        Set<Integer> topRow = new HashSet<>();
        for (int column = 0; column < picture.getWidth(); column++) {
            topRow.add(picture.getRGB(column, 0));
        }

        assertThat(topRow).containsExactlyInAnyOrder(FIRST_REGION, SECOND_REGION, WHITE);
    }

    @Test
    void upIsUp() {
        Spirals upperHalf = border(1);
        BufferedImage picture = BorderPicture.of(upperHalf, points);

        assertThat(picture.getRGB(300, 5)).isEqualTo(SECOND_REGION);
        assertThat(picture.getRGB(300, picture.getHeight() - 5)).isEqualTo(FIRST_REGION);
        assertThat(CharacterPicture.of(upperHalf, points).lines())
                .startsWith(".".repeat(60))
                .endsWith("");
    }

    @Test
    void theCharactersShowTheSame() {
        List<String> lines = CharacterPicture.of(net, points).lines().toList();

        assertThat(lines).hasSize(30);
        assertThat(lines.get(0)).isEqualTo(" ".repeat(30) + ".".repeat(30));
        assertThat(lines.get(7)).isEqualTo(" ".repeat(15) + "o" + " ".repeat(14) + ".".repeat(30));
        assertThat(lines.get(22)).isEqualTo(" ".repeat(30) + ".".repeat(14) + "#" + ".".repeat(15));
    }
}
