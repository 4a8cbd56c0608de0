package hearsay;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A model for tests that need many nights and no accuracy: it knows words and no context. Its network is one table, which a word's
 * number is looked up in, written as the ONNX file that {@link hearsay.model.Tagger} loads. A word says whether it is a name's first
 * or a later word; words that are not listed are no names.
 */
public final class WordModel {
    private static final List<String> LABELS =
            List.of("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC");
    private static final List<String> PIECES = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]");
    private static final int FLOAT = 1;
    private static final int LONG = 7;

    private WordModel() {}

    /**
     * @param folder gets model.onnx and assets/
     * @param names  word -> its label, such as I-PER for a surname: that begins a name too where none stands before it
     * @return the folder, as the settings of models name it
     */
    public static String write(Path folder, Map<String, String> names) {
        List<String> words = new ArrayList<>(PIECES);
        words.addAll(names.keySet());
        ByteBuffer scores =
                ByteBuffer.allocate(words.size() * LABELS.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (String word : words) {
            for (String label : LABELS) {
                scores.putFloat(score(names.getOrDefault(word, "O"), label));
            }
        }
        try {
            Files.createDirectories(folder.resolve("assets"));
            Files.write(folder.resolve("assets/vocab.txt"), words);
            Files.write(folder.resolve("assets/labels.txt"), LABELS);
            Files.write(folder.resolve("model.onnx"), network(scores, words.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.toString();
    }

    private static float score(String said, String label) {
        if (label.equals(said)) {
            return 6;
        }
        boolean sameType = !said.equals("O") && label.endsWith(said.substring(1));
        return sameType ? 4 : 0;
    }

    /** What ONNX's own description calls ModelProto: the numbers are those of its fields. */
    private static byte[] network(ByteBuffer scores, int words) throws IOException {
        byte[] gather = message(out -> {
            out.writeString(1, "scores");
            out.writeString(1, "input_ids");
            out.writeString(2, "logits");
            out.writeString(4, "Gather");
        });
        byte[] table = message(out -> {
            out.writeInt64(1, words);
            out.writeInt64(1, LABELS.size());
            out.writeInt32(2, FLOAT);
            out.writeString(8, "scores");
            out.writeBytes(9, ByteString.copyFrom(scores.flip()));
        });
        byte[] graph = message(out -> {
            out.writeByteArray(1, gather);
            out.writeString(2, "words");
            out.writeByteArray(5, table);
            for (String input : List.of("input_ids", "attention_mask", "token_type_ids")) {
                out.writeByteArray(11, tensor(input, LONG, 2));
            }
            out.writeByteArray(12, tensor("logits", FLOAT, 3));
        });
        byte[] operators = message(out -> out.writeInt64(2, 13));
        return message(out -> {
            out.writeInt64(1, 7);
            out.writeByteArray(7, graph);
            out.writeByteArray(8, operators);
        });
    }

    private static byte[] tensor(String name, int element, int dimensions) throws IOException {
        byte[] shape = message(out -> {
            for (int i = 0; i < dimensions; i++) {
                String size = i == 2 ? "labels" : i == 1 ? "words" : "windows";
                out.writeByteArray(1, message(dimension -> dimension.writeString(2, size)));
            }
        });
        byte[] tensor = message(out -> {
            out.writeInt32(1, element);
            out.writeByteArray(2, shape);
        });
        byte[] type = message(out -> out.writeByteArray(1, tensor));
        return message(out -> {
            out.writeString(1, name);
            out.writeByteArray(2, type);
        });
    }

    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        fields.write(out);
        out.flush();
        return bytes.toByteArray();
    }
}
