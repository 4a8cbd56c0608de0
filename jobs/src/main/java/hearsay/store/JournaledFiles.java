package hearsay.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Nights where there are no links (HDFS, S3-like stores, Windows): the files of a table lie in its folder and are renamed
 * over one by one. Before the first rename a journal says all of them; a run that finds the journal of a killed one does
 * the rest of it first. So nothing is lost and nothing is half, but during the renames, which take milliseconds per file
 * on HDFS and a copy per file on S3, a reader may see one date of the new night beside another of the old.
 *
 * <p>Before each step a run looks whether the warehouse is still its own, so that one that was stopped in between and wakes
 * after another run has finished its journal does not carry out steps that are old by then. What is left is a stop between
 * that look and its step: no store of files can rule it out.
 */
final class JournaledFiles implements Layout {
    private static final String DELETE = "delete\t";
    private static final String MOVE = "move\t";

    private final Path root;
    private final Path hidden;
    private final Path journal;
    private final Disk disk;
    private final String nonce = UUID.randomUUID().toString(); // the same run tried again has the same id
    private boolean journalBegun;

    JournaledFiles(Path root, Disk disk) {
        this.root = root;
        this.hidden = new Path(root, ".nights");
        this.journal = new Path(hidden, "journal");
        this.disk = disk;
    }

    @Override
    public NightMark published() throws IOException {
        String text = disk.text(new Path(hidden, NIGHT));
        return text == null ? null : NightMark.of(text, new Path(hidden, NIGHT));
    }

    @Override
    public List<NightMark> kept() throws IOException {
        NightMark night = published();
        return night == null ? List.of() : List.of(night);
    }

    @Override
    public String keeping() {
        return "the published night only, as every warehouse on HDFS or a store like S3";
    }

    @Override
    public Path table(String table, NightMark night) {
        return table(table);
    }

    private Path table(String table) {
        return new Path(table.startsWith("_") ? hidden : root, table);
    }

    @Override
    public Path staging(String runId) {
        return new Path(hidden, "staging-" + runId + "-" + nonce);
    }

    @Override
    public boolean isHalfPublished() throws IOException {
        return disk.exists(journal);
    }

    @Override
    public List<String> wrongLinks() {
        return List.of();
    }

    /** A journal whose writing failed may still come to light: a store like S3 carries out what it no longer answers. */
    @Override
    public boolean mayPublishLater() {
        return journalBegun;
    }

    @Override
    public void sweep(Hold hold) throws IOException {
        String unfinished = disk.text(journal);
        if (unfinished != null) {
            carryOut(unfinished, hold);
        }
        journalBegun = false;
        hold.insist();
        for (String folder : disk.folderNames(hidden)) {
            if (folder.startsWith("staging-")) {
                disk.delete(new Path(hidden, folder));
            }
        }
    }

    @Override
    public void abandon(String runId) throws IOException {
        if (!journalBegun) {
            disk.delete(staging(runId));
        }
    }

    @Override
    public void publish(NightMark night, SortedMap<String, Change> changes, Hold hold) throws IOException {
        hold.insist();
        Path staged = staging(night.runId());
        List<String> steps = new ArrayList<>();
        for (String table : changes.keySet()) {
            Change change = changes.get(table);
            for (String partition : change.written()) {
                replace(
                        Layout.folder(new Path(staged, table), partition),
                        Layout.folder(table(table), partition),
                        steps);
            }
            for (String partition : change.removed()) {
                steps.add(DELETE + below(Layout.folder(table(table), partition)));
            }
        }
        steps.add(MOVE + below(new Path(staged, FileList.NAME)) + "\t" + below(new Path(hidden, FileList.NAME)));
        disk.write(new Path(staged, NIGHT), night.text());
        steps.add(MOVE + below(new Path(staged, NIGHT)) + "\t"
                + below(new Path(hidden, NIGHT))); // last: then the night is published
        steps.add(DELETE + below(staged));
        String text = String.join("\n", steps) + "\n";
        hold.insist();
        Path written = new Path(staged, journal.getName());
        disk.write(written, text);
        journalBegun = true;
        disk.moveOver(written, journal);
        carryOut(text, hold);
    }

    /** The new files over the old ones first, then away with those that have no successor: never a moment without rows. */
    private void replace(Path from, Path to, List<String> steps) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        List<FileStatus> staged = disk.parquetFiles(from);
        if (staged.isEmpty()) {
            throw new IOException("what was staged in " + from + " is gone");
        }
        for (FileStatus file : staged) {
            names.add(file.getPath().getName());
            steps.add(MOVE + below(file.getPath()) + "\t"
                    + below(new Path(to, file.getPath().getName())));
        }
        for (FileStatus file : disk.parquetFiles(to)) {
            if (!names.contains(file.getPath().getName())) {
                steps.add(DELETE + below(file.getPath()));
            }
        }
    }

    /** The journal's name of a path: a warehouse that was moved or copied since a kill is finished where it lies now. */
    private String below(Path path) {
        return root.toUri().relativize(path.toUri()).getPath();
    }

    /** Steps that were done already find nothing to do. */
    private void carryOut(String steps, Hold hold) throws IOException {
        for (String step : steps.split("\n")) {
            hold.insist();
            String[] words = step.split("\t");
            if (step.startsWith(DELETE)) {
                disk.delete(new Path(root, words[1]));
            } else if (disk.exists(new Path(root, words[1]))) {
                disk.moveOver(new Path(root, words[1]), new Path(root, words[2]));
            }
        }
        hold.insist();
        disk.delete(journal);
    }
}
