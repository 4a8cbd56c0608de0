package hearsay.text.copies;

import java.util.Arrays;
import java.util.Random;

/**
 * MinHash signatures (Broder 1997): two sets agree in a place of theirs with the chance of the share that they have in common
 * of both together. The functions are those of Spark ML's {@code MinHashLSH} with the same seed and number, and so are the
 * signatures; Spark boxes every number of the set for every function, which takes it twenty times as long.
 */
public final class MinHash {
    private static final int PRIME = 2_038_074_743; // MinHashLSH.HASH_PRIME

    private final long[] factors;
    private final long[] summands;

    /** @param places length of the signatures */
    public MinHash(int places, long seed) {
        factors = new long[places];
        summands = new long[places];
        Random random = new Random(seed);
        for (int i = 0; i < places; i++) {
            factors[i] = 1L + random.nextInt(PRIME - 1);
            summands[i] = random.nextInt(PRIME - 1);
        }
    }

    /** @param set numbers from 0, at least one */
    public int[] signature(int[] set) {
        int[] signature = new int[factors.length];
        Arrays.fill(signature, Integer.MAX_VALUE);
        for (int place = 0; place < signature.length; place++) {
            for (int number : set) {
                signature[place] =
                        Math.min(signature[place], (int) (((1L + number) * factors[place] + summands[place]) % PRIME));
            }
        }
        return signature;
    }
}
