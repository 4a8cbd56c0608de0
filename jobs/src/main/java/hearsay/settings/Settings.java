package hearsay.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings of a run, and their only reader. conf/hearsay.conf, which travels in the jar, holds every key with its default;
 * a file named with --conf overrides it, the command line overrides both.
 */
public final class Settings {
    private static final String DEFAULTS = "/hearsay/conf/hearsay.conf";

    private final Config config;

    private Settings(Config config) {
        this.config = config;
    }

    /** @throws OperatorMistake where the file is missing, does not parse, or holds a key or a type that the defaults do not */
    public static Settings read(Optional<Path> file) {
        Config defaults = defaults();
        return new Settings(file.map(f -> checked(parsed(f), defaults, f).withFallback(defaults))
                .orElse(defaults)
                .resolve());
    }

    /**
     * A section as a record: the component {@code windowDays} is the key {@code window-days}.
     *
     * @throws OperatorMistake naming the key whose value is of another type than the component
     */
    public <R extends Record> R section(String path, Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(path + "." + key(components[i].getName()), types[i]);
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new OperatorMistake(
                    "The settings under " + path + " do not fit: "
                            + e.getCause().getMessage() + ".",
                    e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not a record of settings: " + type, e);
        }
    }

    /**
     * The lines of a file that a setting names; none where it names none.
     *
     * @throws OperatorMistake where there is no such file, or naming the line that is not UTF-8
     */
    public List<String> lines(String file) {
        if (file.isEmpty()) {
            return List.of();
        }
        try {
            return lines(file, Files.readAllBytes(Path.of(file)));
        } catch (IOException e) {
            throw new OperatorMistake("The file " + file + ", which the settings name, cannot be read as text.", e);
        }
    }

    private static List<String> lines(String file, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            long line = 1 + out.flip().chars().filter(c -> c == '\n').count();
            throw new OperatorMistake(file + " line " + line + ": this is not UTF-8; save the file in that encoding.");
        }
        return out.flip().toString().lines().toList();
    }

    /** Hash of everything under the given sections but some keys, for {@code runs}: rows depend on nothing else in conf. */
    public String fingerprint(List<String> sections, List<String> but) {
        Config counts = config;
        for (String key : but) {
            counts = counts.withoutPath(key);
        }
        Config said = counts;
        return Sha256.hex(sections.stream()
                .map(s -> s + said.getValue(s).render(ConfigRenderOptions.concise()))
                .collect(Collectors.joining("\n")));
    }

    private static String key(String component) {
        return component.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private Object value(String key, Class<?> type) {
        try {
            if (type == String.class) {
                return config.getString(key);
            } else if (type == int.class) {
                return config.getInt(key);
            } else if (type == long.class) {
                return config.getLong(key);
            } else if (type == double.class) {
                return config.getDouble(key);
            } else if (type == boolean.class) {
                return config.getBoolean(key);
            } else if (type == List.class) {
                return config.getStringList(key);
            } else if (type == Map.class) {
                Map<String, String> map = new LinkedHashMap<>();
                config.getConfig(key)
                        .entrySet()
                        .forEach(e ->
                                map.put(e.getKey(), e.getValue().unwrapped().toString()));
                return map;
            }
        } catch (ConfigException e) {
            throw new OperatorMistake("The setting " + key + " does not fit: " + oneLine(e) + ".", e);
        }
        throw new IllegalStateException("no setting of type " + type + " at " + key);
    }

    private static Config defaults() {
        try (InputStream in = Settings.class.getResourceAsStream(DEFAULTS)) {
            return ConfigFactory.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Config parsed(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new OperatorMistake("There is no settings file at " + file + ".");
        }
        try {
            return ConfigFactory.parseFile(file.toFile());
        } catch (ConfigException e) {
            throw new OperatorMistake("The settings file does not parse: " + oneLine(e) + ".", e);
        }
    }

    private static Config checked(Config own, Config defaults, Path file) {
        for (Map.Entry<String, ConfigValue> entry : own.entrySet()) {
            if (!defaults.hasPathOrNull(entry.getKey()) && !inMap(entry.getKey(), defaults)) {
                throw new OperatorMistake("Unknown setting " + entry.getKey() + " in " + file
                        + "; conf/hearsay.conf lists every setting.");
            }
        }
        return own;
    }

    /** An empty object in the defaults, {@code fields {}}, is a map: its keys are the user's own. */
    private static boolean inMap(String key, Config defaults) {
        int dot = key.lastIndexOf('.');
        return dot > 0
                && defaults.hasPath(key.substring(0, dot))
                && defaults.getValue(key.substring(0, dot)).valueType() == ConfigValueType.OBJECT
                && defaults.getConfig(key.substring(0, dot)).isEmpty();
    }

    private static String oneLine(ConfigException e) {
        return e.getMessage().replaceAll("\\s+", " ").replaceAll("[.]$", "");
    }
}
