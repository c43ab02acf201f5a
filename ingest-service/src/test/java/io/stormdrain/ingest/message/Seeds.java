package io.stormdrain.ingest.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What fuzzing begins with, and every test run reads: the fixtures, whole and cut off. */
public final class Seeds {
  private Seeds() {}

  /** Files of a folder of fixtures, and the first halves of them. */
  public static Stream<byte[]> of(String folder) {
    return files(folder).flatMap(bytes -> Stream.of(bytes, half(bytes)));
  }

  /** Names of the files of a folder of fixtures. */
  public static Stream<String> names(String folder) {
    return paths(folder).stream().map(file -> file.getFileName().toString());
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static Stream<byte[]> files(String folder) {
    return paths(folder).stream().map(Seeds::read);
  }

  private static List<Path> paths(String folder) {
    try (Stream<Path> files = Files.list(path(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(String folder) {
    try {
      return Path.of(Objects.requireNonNull(Seeds.class.getResource("/" + folder)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
