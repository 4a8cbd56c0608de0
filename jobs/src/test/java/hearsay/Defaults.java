package hearsay;

import hearsay.settings.Settings;
import hearsay.steps.EntitySettings;
import hearsay.steps.FurnitureSettings;
import hearsay.steps.PairSettings;
import hearsay.steps.QuoteSettings;
import hearsay.steps.RepeatSettings;
import hearsay.store.Bounds;
import java.util.List;
import java.util.Optional;

/** The settings of conf/hearsay.conf, for tests that change none of them. */
public final class Defaults {
    private static final Settings CONF = Settings.read(Optional.empty());

    public static final EntitySettings NAMES =
            CONF.section("names", EntitySettings.Section.class).with(List.of(), List.of());
    public static final PairSettings PAIRS = CONF.section("pairs", PairSettings.class);
    public static final QuoteSettings QUOTES = CONF.section("quotes", QuoteSettings.class);
    public static final FurnitureSettings FURNITURE = CONF.section("furniture", FurnitureSettings.class);
    public static final RepeatSettings REPEATS = CONF.section("repeats", RepeatSettings.class);
    public static final Bounds CHECKS = CONF.section("checks", Bounds.class);

    private Defaults() {}
}
