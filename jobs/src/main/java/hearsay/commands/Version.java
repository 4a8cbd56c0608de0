package hearsay.commands;

import hearsay.settings.Build;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"hearsay " + Build.version()};
    }
}
