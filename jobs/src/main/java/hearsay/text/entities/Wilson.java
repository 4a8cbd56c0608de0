package hearsay.text.entities;

import hearsay.settings.Weights;

/** What a share that was counted in few cases says of the share in all. */
public final class Wilson {
    private static final double Z = Weights.of("names").number("wilson_z");

    private Wilson() {}

    /** The ends of the 95 % interval of {@code hits} in {@code n} (Wilson 1927), 0 to 1. */
    public static double[] interval(double hits, double n) {
        double p = hits / n;
        double centre = p + Z * Z / (2 * n);
        double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new double[] {Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale)};
    }
}
