package dev.netwright.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void putsDocumentationOfOneLineOnOneLine() {
        assertThat(SourceText.foldDocumentation("""
                    /**
                     * Costs $1 \\ 2.
                     */
                    int a;
                """)).isEqualTo("""
                    /** Costs $1 \\ 2. */
                    int a;
                """);
    }

    @Test
    void leavesLongerDocumentationAsItIs() {
        String twoLines = """
                /**
                 * One.
                 * Two.
                 */
                """;
        String tooLong = "/**\n * " + "x".repeat(114) + "\n */\n";

        assertThat(SourceText.foldDocumentation(twoLines)).isEqualTo(twoLines);
        assertThat(SourceText.foldDocumentation(tooLong)).isEqualTo(tooLong);
        assertThat(SourceText.foldDocumentation("/**\n * " + "x".repeat(113) + "\n */\n"))
                .isEqualTo("/** " + "x".repeat(113) + " */\n");
    }

    @Test
    void joinsFieldsToTheDocumentedOneBeforeThem() {
        assertThat(SourceText.joinFields("""
                    /** Layer output. */
                    private static final int OUTPUT_UNITS = 10;

                    private static final int OUTPUT_WEIGHTS = A +
                            B;

                    private final float[] größe$Z;

                    private float[] outputDz = {};

                    /** Scratch. */
                    private float[] transposed = {};

                    private float[] notAField() {
                """)).isEqualTo("""
                    /** Layer output. */
                    private static final int OUTPUT_UNITS = 10;
                    private static final int OUTPUT_WEIGHTS = A +
                            B;
                    private final float[] größe$Z;
                    private float[] outputDz = {};

                    /** Scratch. */
                    private float[] transposed = {};

                    private float[] notAField() {
                """);
    }
}
