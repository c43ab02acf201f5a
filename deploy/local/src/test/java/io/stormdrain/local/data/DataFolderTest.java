package io.stormdrain.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

  @TempDir private Path temporary;

  private DataFolder folder() {
    return new DataFolder(temporary.resolve("a/b"));
  }

  @Test
  void isCreatedOnceAndKnownAgain() {
    DataFolder folder = folder();

    folder.open();
    folder.open();

    assertThat(folder.isOurs()).isTrue();
    assertThat(folder.logs()).isDirectory();
  }

  @Test
  void aFolderOfOtherThingsIsNeitherTakenNorDeleted() throws Exception {
    Files.writeString(temporary.resolve("thesis.txt"), "years of work");
    DataFolder folder = new DataFolder(temporary);

    assertThatThrownBy(folder::open).hasMessageContaining("holds other things");
    assertThatThrownBy(folder::delete).hasMessageContaining("not a data folder");
    assertThat(temporary.resolve("thesis.txt")).exists();
  }

  @Test
  void isDeletedWithAllItHolds() throws Exception {
    DataFolder folder = folder();
    folder.open();
    Files.writeString(folder.log("kafka"), "x");

    folder.delete();

    assertThat(folder.path()).doesNotExist();
  }

  @Test
  void aFileInItsPlaceIsSaid() throws Exception {
    Files.writeString(temporary.resolve("a"), "x");

    assertThatThrownBy(() -> folder().open()).hasMessageContaining("cannot be written");
  }

  @Test
  void isLockedByOneAtATimeAndTheSecondIsToldByWhom() {
    DataFolder folder = folder();
    folder.open();
    FolderLock lock = FolderLock.take(folder);

    assertThatThrownBy(() -> FolderLock.take(folder))
        .hasMessageContaining("as process " + ProcessHandle.current().pid() + ":");

    lock.close();
    FolderLock.take(folder).close();
  }

  @Test
  void remembersTheProcessesThatStillLive() throws Exception {
    DataFolder folder = folder();
    folder.open();
    Process process = new ProcessBuilder("sleep", "60").start();
    folder
        .running()
        .noteAddresses("http://127.0.0.1:8080", "http://127.0.0.1:8082", "127.0.0.1:19092");
    folder.running().noteProcess("one", process.pid());
    folder.running().noteProcess("other", 999_999_999);

    assertThat(folder.running().processes()).isEqualTo(List.of(process.toHandle()));

    process.destroyForcibly().waitFor();
    assertThat(folder.running().processes()).isEmpty();
    folder.running().forgetProcesses();
    assertThat(folder.running().drain()).contains("http://127.0.0.1:8080");
  }
}
