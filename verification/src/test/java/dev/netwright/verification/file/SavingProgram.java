package dev.netwright.verification.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Keeps one network after the other in one file, until it is killed. All parameters of a network are one number: how many came before. */
final class SavingProgram {
    private SavingProgram() {}

    /** @param arguments the file, and the first number */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        WideNetwork network = WideNetwork.create(0);
        for (int i = Integer.parseInt(arguments[1]); ; i++) {
            Arrays.fill(network.parameters(), i);
            network.save(file);
            System.out.println(i);
        }
    }
}
