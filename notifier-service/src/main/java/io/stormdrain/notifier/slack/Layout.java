package io.stormdrain.notifier.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Blocks of one message, as many as Slack takes. It refuses messages whose blocks together are
 * longer than about 13,200 characters, which it does not document (slackapi/bolt-js#2509); JSON
 * counts in full here, so that we are below however it is counted.
 */
final class Layout {

  static final int LONGEST = 12_000;
  static final int MOST_BLOCKS = 50;

  private final List<Block> blocks = new ArrayList<>();
  private final Block last;
  private int left;

  /**
   * @param last the block at the end, for which there is always room
   */
  Layout(Block last) {
    this.last = last;
    this.left = LONGEST - size(last) - 2;
  }

  /** Adds a block if there is room; says whether there was. */
  boolean add(Block block) {
    int size = size(block);
    if (size > left || blocks.size() + 1 >= MOST_BLOCKS) {
      return false;
    }
    left -= size;
    blocks.add(block);
    return true;
  }

  /** Adds a block of as many of these rows as there is room for, from the first. */
  <T> void add(List<T> rows, Function<List<T>, Block> block) {
    for (int count = rows.size(); count > 0; count--) {
      if (add(block.apply(rows.subList(0, count)))) {
        return;
      }
    }
  }

  List<Block> blocks() {
    List<Block> all = new ArrayList<>(blocks);
    all.add(last);
    return all;
  }

  private static int size(Block block) {
    return BlockJson.of(block).toString().length() + 1;
  }
}
