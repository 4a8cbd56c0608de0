package hearsay.evaluate;

import hearsay.settings.OperatorMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes learned weights where {@link hearsay.settings.Weights} reads them. */
final class WeightsFile {
    private WeightsFile() {}

    /**
     * Writes weights into the rows of a file that has them: its other rows and columns and its comments stay.
     *
     * @param weights name of a row -> weight
     * @param file    a copy of {@code weights/NAME.csv}, or itself
     * @param name    of the weights, for the sentence of a mistake
     * @throws OperatorMistake where it cannot be read or written
     */
    static void write(Map<String, Double> weights, Path file, String name) {
        try {
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split(",", 3);
                Double weight = cells.length == 3 ? weights.get(cells[0]) : null;
                lines.add(weight == null ? line : String.format(Locale.ROOT, "%s,%.3f,%s", cells[0], weight, cells[2]));
            }
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OperatorMistake(
                    "The file of weights " + file + " cannot be read and written: it is a copy of weights/" + name
                            + ".csv.",
                    e);
        }
    }
}
