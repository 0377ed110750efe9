package com.northwind.dispatch.simulator.journal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A journal in one append-only file, `run.jsonl`, in the directory given with `--journal`.
///
/// Each entry is one `write` of one line, so a kill leaves at most the last line torn; reading
/// drops a torn line. A new run moves the file of a finished one to `previous-run.jsonl`.
public final class FileJournal implements Journal {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter WRITER = MAPPER.writerFor(JournalEntry.class);
  private static final ObjectReader READER = MAPPER.readerFor(JournalEntry.class);

  private final FileChannel file;

  private FileJournal(FileChannel file) {
    this.file = file;
  }

  /// What a directory held, and the journal to go on with.
  ///
  /// @param journal open for the entries to come
  /// @param earlier the entries of the unfinished run, oldest first; empty when a new run begins
  public record Opened(FileJournal journal, List<JournalEntry> earlier) {
    public Opened {
      earlier = List.copyOf(earlier);
    }
  }

  /// Opens the journal in `directory`, made if absent.
  ///
  /// @throws IOException when the directory cannot be used, or the file is not a journal
  public static Opened open(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path path = directory.resolve("run.jsonl");
    List<JournalEntry> earlier = new ArrayList<>();
    long wholeBytes = Files.exists(path) ? read(path, earlier) : 0;
    if (earlier.stream().anyMatch(JournalEntry.RunClosed.class::isInstance)) {
      Files.move(
          path, directory.resolve("previous-run.jsonl"), StandardCopyOption.REPLACE_EXISTING);
      earlier.clear();
      wholeBytes = 0;
    }
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    file.truncate(wholeBytes);
    file.position(wholeBytes);
    return new Opened(new FileJournal(file), earlier);
  }

  @Override
  public void append(JournalEntry entry) {
    byte[] line;
    try {
      byte[] json = WRITER.writeValueAsBytes(entry);
      line = Arrays.copyOf(json, json.length + 1);
      line[json.length] = '\n';
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a journal entry that cannot be written: " + entry, e);
    }
    ByteBuffer bytes = ByteBuffer.wrap(line);
    synchronized (this) {
      try {
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the journal cannot be written", e);
      }
    }
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be closed", e);
    }
  }

  /// Reads whole lines into `entries`; answers how many bytes they take.
  private static long read(Path path, List<JournalEntry> entries) throws IOException {
    long wholeBytes = 0;
    byte[] all = Files.readAllBytes(path);
    int lineStart = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] != '\n') {
        continue;
      }
      try {
        entries.add(READER.readValue(all, lineStart, i - lineStart));
      } catch (JacksonException e) {
        throw new IOException(
            path
                + " line "
                + (entries.size() + 1)
                + " is not a journal entry; remove the file to start anew",
            e);
      }
      lineStart = i + 1;
      wholeBytes = lineStart;
    }
    return wholeBytes;
  }
}
