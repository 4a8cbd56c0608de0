package hearsay.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.johnsnowlabs.ml.ai.BertClassification;
import com.johnsnowlabs.ml.onnx.OnnxSession;
import hearsay.settings.OperatorMistake;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The model in ONNX Runtime with nothing around it: what its arithmetic costs, the floor under every run. The windows of all
 * articles are encoded beforehand and read one at a time by one thread per core, in a session with the same options.
 */
public final class BareModel {
    private final Tagger tagger;
    private final OrtSession session;

    private BareModel(Tagger tagger, OrtSession session) {
        this.tagger = tagger;
        this.session = session;
    }

    /** @throws OperatorMistake where the model is no BERT on ONNX Runtime */
    public static BareModel of(Taggers taggers) {
        Tagger tagger = taggers.entities();
        if (tagger.network() instanceof BertClassification bert
                && bert.onnxWrapper().isDefined()) {
            return new BareModel(
                    tagger,
                    bert.onnxWrapper()
                            .get()
                            .getSession(new OnnxSession().getSessionOptions())
                            ._1());
        }
        throw new OperatorMistake("Only a BERT on ONNX Runtime can be measured alone, and ner.model is none.");
    }

    /** Windows of words as ids of word pieces. */
    public List<int[]> pieces(List<List<String>> windows) {
        return windows.stream().map(tagger::ids).toList();
    }

    /** Seconds in which so many threads read all windows. */
    public double seconds(List<int[]> windows, int threads) {
        Queue<int[]> waiting = new ConcurrentLinkedQueue<>(windows);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long began = System.nanoTime();
            List<Future<?>> readers = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(t -> pool.submit(() -> {
                        for (int[] window = waiting.poll(); window != null; window = waiting.poll()) {
                            read(window);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> reader : readers) {
                reader.get();
            }
            return (System.nanoTime() - began) / 1e9;
        } catch (ExecutionException e) {
            throw new IllegalStateException("ONNX Runtime cannot read the model", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private void read(int[] window) throws OrtException {
        long[] mask = new long[window.length];
        Arrays.fill(mask, 1);
        Map<String, long[]> values = Map.of(
                "input_ids",
                IntStream.of(window).asLongStream().toArray(),
                "attention_mask",
                mask,
                "token_type_ids",
                new long[window.length]);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                inputs.put(
                        name,
                        OnnxTensor.createTensor(
                                OrtEnvironment.getEnvironment(),
                                LongBuffer.wrap(values.get(name)),
                                new long[] {1, window.length}));
            }
            session.run(inputs).close();
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }
}
