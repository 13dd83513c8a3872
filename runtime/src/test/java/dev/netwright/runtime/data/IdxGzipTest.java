package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netwright.runtime.Allocations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class IdxGzipTest {
    private static final byte[] PLAIN = IdxFiles.file(256, 3, 20, 20);
    private static final byte[] VALUES = Arrays.copyOfRange(PLAIN, 16, PLAIN.length);

    @Test
    void theFirstBytesTellThatAFileIsZipped() throws IOException {
        Idx idx = read(IdxFiles.gzip(PLAIN));
        assertThat(idx.dimensions()).containsExactly(3, 20, 20);
        assertThat(idx.values()).isEqualTo(VALUES);
    }

    @Test
    void severalMembersAreOneFile() throws IOException {
        byte[] members = IdxFiles.concatenate(
                IdxFiles.gzip(Arrays.copyOf(PLAIN, 10)),
                IdxFiles.gzip(new byte[0]),
                IdxFiles.gzip(Arrays.copyOfRange(PLAIN, 10, 700)),
                IdxFiles.gzip(Arrays.copyOfRange(PLAIN, 700, PLAIN.length)));
        assertThat(read(members).values()).isEqualTo(VALUES);
    }

    @Test
    void whatFollowsTheLastMemberIsIgnoredAsGzipDoes() throws IOException {
        byte[] zipped = IdxFiles.gzip(PLAIN);
        assertThat(read(Arrays.copyOf(zipped, zipped.length + 512)).values()).isEqualTo(VALUES);
    }

    @Test
    void aTruncatedFileIsRefusedAtEveryLength() throws IOException {
        byte[] zipped = IdxFiles.gzip(PLAIN);
        for (int length = 0; length < zipped.length; length++) {
            byte[] truncated = Arrays.copyOf(zipped, length);
            assertThatExceptionOfType(DataFormatException.class)
                    .as("%d of %d bytes", length, zipped.length)
                    .isThrownBy(() -> read(truncated))
                    .withMessageStartingWith("digits, byte ")
                    .withMessageMatching(".*(truncated|cut off)\\.");
        }
    }

    @Test
    void aLastMemberThatIsTruncatedIsRefusedAtEveryLength() throws IOException {
        byte[] first = IdxFiles.gzip(Arrays.copyOf(PLAIN, 700));
        byte[] zipped = IdxFiles.concatenate(first, IdxFiles.gzip(Arrays.copyOfRange(PLAIN, 700, PLAIN.length)));
        for (int length = first.length; length < zipped.length; length++) {
            byte[] truncated = Arrays.copyOf(zipped, length);
            assertThatExceptionOfType(DataFormatException.class)
                    .as("%d of %d bytes", length, zipped.length)
                    .isThrownBy(() -> read(truncated));
        }
    }

    /** Each bit in turn: the values are right, or the damage is told; nothing else happens. */
    @Test
    void noDamageGoesUnnoticed() throws IOException {
        byte[] zipped = IdxFiles.gzip(PLAIN);
        int told = 0;
        for (int bit = 0; bit < 8 * zipped.length; bit++) {
            byte[] damaged = zipped.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(read(damaged).values()).as("bit %d", bit).isEqualTo(VALUES);
            } catch (DataFormatException e) {
                assertThat(e).as("bit %d", bit).hasMessageStartingWith("digits, byte ");
                told++;
            }
        }
        // The header's time, its extra flags and the operating system matter to nobody.
        assertThat(told).isGreaterThan(8 * (zipped.length - 8));
    }

    @Test
    void damageIsToldWithItsCause() throws IOException {
        byte[] zipped = IdxFiles.gzip(PLAIN);
        zipped[zipped.length - 6] ^= 1;
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(zipped))
                .withMessage("digits, byte 1216: the gzipped data are damaged: Corrupt GZIP trailer.")
                .havingCause()
                .isInstanceOf(ZipException.class);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(new byte[] {0x1f, (byte) 0x8b, 7, 0}))
                .withMessage("digits, byte 0: the gzip header is damaged or cut off.")
                .havingCause()
                .isInstanceOf(ZipException.class);
    }

    @Test
    void placesAreThoseInTheUnzippedFile() throws IOException {
        byte[] zipped = IdxFiles.gzip(Arrays.copyOf(PLAIN, 500));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(zipped))
                .withMessage("digits, byte 500: the file ends after 500 bytes, but needs 1216; it is truncated.");
        byte[] longer = IdxFiles.gzip(Arrays.copyOf(PLAIN, PLAIN.length + 1));
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(longer))
                .withMessageStartingWith("digits, byte 1216: the file goes on after its 1200 values;");
    }

    @Test
    void nothingZippedAndAHeaderThatClaimsGigabytes() throws IOException {
        byte[] nothing = IdxFiles.gzip(new byte[0]);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(nothing))
                .withMessage("digits, byte 0: the file ends after 0 bytes, but needs 4; it is truncated.");
        byte[] claim = IdxFiles.gzip(IdxFiles.header(8, 2_000_000_000));
        long before = Allocations.ofThisThread();
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> read(claim))
                .withMessage("digits, byte 8: the file ends after 8 bytes, but needs 2000000008; it is truncated.");
        assertThat(Allocations.ofThisThread() - before).isLessThan(1_000_000);
    }

    private static Idx read(byte[] bytes) throws IOException {
        return Idx.read(new ByteArrayInputStream(bytes), "digits");
    }
}
