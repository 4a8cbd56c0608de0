package hearsay.input.articles;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import hearsay.tables.DateDoubt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the input holds.
 *
 * @param notes what a run should say of it beside counts, a sentence each: texts that are not as their bytes, articles that are
 *              not analysed
 * @param unread paths of files that could not be read, or not to their end
 * @param early  path of a file -> the first day that an article of it was refused for because it is still to come
 */
public record InputSummary(
        long articles, long rejects, List<String> notes, Set<String> unread, Map<String, LocalDate> early) {
    /**
     * The articles that are in one encoding, null for plain UTF-8, and one language.
     *
     * @param path    the first of them
     * @param unread  paths of files that could not be read, or not to their end
     * @param undated those whose own date was not understood, and the first of them
     * @param early   path and day of those that were refused because their day is still to come
     */
    private record Alike(
            String encoding,
            String language,
            long articles,
            String path,
            long rejects,
            List<String> unread,
            long undated,
            String undatedPath,
            List<Row> early) {}

    /**
     * @param found     rows of {@link hearsay.steps.ArticlesFromFiles#derive}
     * @param languages those that are analysed
     */
    public static InputSummary of(Dataset<Row> found, List<String> languages) {
        Column undated = when(col("article.date_doubt").equalTo(DateDoubt.NOT_UNDERSTOOD.word()), col("article.path"));
        Column day = col("refused_day");
        List<Alike> all = found
                .groupBy(col("encoding"), col("article.language"))
                .agg(
                        count("article"),
                        min("article.path"),
                        count("reject"),
                        collect_set(when(col("unread"), col("reject.path"))),
                        count(undated),
                        min(undated),
                        collect_set(when(day.gt(col("reject.run_date")), struct(col("reject.path"), day))))
                .collectAsList()
                .stream()
                .map(row -> new Alike(
                        row.getString(0),
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getList(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getList(8)))
                .toList();
        List<Alike> read = all.stream().filter(alike -> alike.articles > 0).toList();
        List<String> notes = new ArrayList<>(encodings(read));
        notes.addAll(undated(read));
        notes.addAll(otherLanguages(read, languages));
        Set<String> unread =
                all.stream().flatMap(alike -> alike.unread.stream()).collect(Collectors.toCollection(TreeSet::new));
        if (!unread.isEmpty()) {
            notes.add("files that could not be read, or not to their end, are opened again by the next night: "
                    + unread.size());
        }
        Map<String, LocalDate> early = new TreeMap<>();
        all.forEach(alike -> alike.early.forEach(
                row -> early.merge(row.getString(0), row.getAs(1), (one, other) -> one.isBefore(other) ? one : other)));
        return new InputSummary(
                all.stream().mapToLong(Alike::articles).sum(),
                all.stream().mapToLong(Alike::rejects).sum(),
                notes,
                unread,
                early);
    }

    private static List<String> encodings(List<Alike> read) {
        return read.stream()
                .filter(alike -> alike.encoding != null)
                .collect(Collectors.groupingBy(Alike::encoding, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(encoding -> {
                    long texts = encoding.getValue().stream()
                            .mapToLong(Alike::articles)
                            .sum();
                    return (texts == 1 ? "1 text " : texts + " texts ")
                            + (encoding.getKey().startsWith("UTF-8, ")
                                    ? "of UTF-8 with bytes that are none, "
                                            + encoding.getKey().substring(7)
                                    : encoding.getKey().equals(Encoding.TWICE)
                                            ? "encoded as UTF-8 twice, read as meant"
                                            : "in " + encoding.getKey() + ", not in UTF-8")
                            + ": "
                            + encoding.getValue().stream()
                                    .map(Alike::path)
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow()
                            + (texts == 1 ? "" : " and others");
                })
                .toList();
    }

    private static List<String> undated(List<Alike> read) {
        long undated = read.stream().mapToLong(Alike::undated).sum();
        return undated == 0
                ? List.of()
                : List.of((undated == 1 ? "1 article has" : undated + " articles have")
                        + " the run date, for the form of the date given is not known: "
                        + read.stream()
                                .map(Alike::undatedPath)
                                .filter(Objects::nonNull)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()
                        + (undated == 1 ? "" : " and others"));
    }

    private static List<String> otherLanguages(List<Alike> read, List<String> languages) {
        Map<String, Long> others = read.stream()
                .filter(alike -> alike.language != null && !languages.contains(alike.language))
                .collect(Collectors.groupingBy(Alike::language, TreeMap::new, Collectors.summingLong(Alike::articles)));
        return others.isEmpty()
                ? List.of()
                : List.of("articles in other languages are kept and not analysed: "
                        + others.entrySet().stream()
                                .sorted(Map.Entry.<String, Long>comparingByValue()
                                        .reversed()) // of equals by name, as the map has them
                                .map(other -> other.getKey() + " " + other.getValue())
                                .collect(Collectors.joining(", ")));
    }
}
