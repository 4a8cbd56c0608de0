package hearsay.store;

import hearsay.tables.Table;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The files of a published night with their sizes, as its run put them in place, in a file of text beside the night's mark. Files
 * of days that no later night wrote stay in the list unseen: one that was lost since stays missed until its day is written anew.
 *
 * @param bytes path below the tables, {@code quotes/published_date=2025-06-18/part-00000.parquet} -> size
 */
record FileList(SortedMap<String, Long> bytes) {
    static final String NAME = "_files";

    /** @throws DamagedWarehouse where a line of the text is none of a list, naming the file */
    static FileList of(String text, Object file) {
        SortedMap<String, Long> bytes = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String[] words = line.split("\t", 2);
            if (words.length < 2 || !words[0].matches("\\d{1,18}")) {
                throw new DamagedWarehouse(
                        "The file " + file
                                + ", which lists the files of the night beside it, is broken; delete it, and the next run lists those that are there.");
            }
            bytes.put(words[1], Long.parseLong(words[0]));
        }
        return new FileList(bytes);
    }

    String text() {
        return bytes.entrySet().stream()
                .map(file -> file.getValue() + "\t" + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** The folders of a table that have a file in the list. */
    SortedSet<String> partitions(Table<?> table) {
        SortedSet<String> partitions = new TreeSet<>();
        for (String file : of(table.name()).keySet()) {
            String below = file.substring(table.name().length() + 1);
            partitions.add(below.substring(0, Math.max(0, below.lastIndexOf('/'))));
        }
        return partitions;
    }

    private SortedMap<String, Long> of(String folder) {
        return bytes.subMap(folder + "/", folder + "0"); // the character behind the slash
    }

    /** The list of a night that does this to the tables of the night of this list. */
    FileList after(Collection<Staged> changes, Disk disk) throws IOException {
        SortedMap<String, Long> next = new TreeMap<>(bytes);
        for (Staged change : changes) {
            for (String partition : change.replaced()) {
                String folder = change.table().name() + (partition.isEmpty() ? "" : "/" + partition);
                next.keySet().removeAll(List.copyOf(of(folder).keySet()));
            }
            put(change.table(), change.written(), disk, next);
        }
        return new FileList(next);
    }

    /** The files that lie in the folders of some tables, where no night has listed them yet. */
    static FileList found(Map<Table<?>, TableFolders> tables, Disk disk) throws IOException {
        SortedMap<String, Long> found = new TreeMap<>();
        for (Map.Entry<Table<?>, TableFolders> table : tables.entrySet()) {
            put(table.getKey(), table.getValue(), disk, found);
        }
        return new FileList(found);
    }

    private static void put(Table<?> table, TableFolders folders, Disk disk, SortedMap<String, Long> files)
            throws IOException {
        for (String partition : folders.partitions()) {
            for (FileStatus file : disk.parquetFiles(folders.folder(partition))) {
                String path = Stream.of(table.name(), partition, file.getPath().getName())
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(Path.SEPARATOR));
                files.put(path, file.getLen());
            }
        }
    }
}
