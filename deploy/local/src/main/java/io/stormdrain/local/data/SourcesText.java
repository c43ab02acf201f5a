package io.stormdrain.local.data;

import io.stormdrain.local.StormdrainException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The text of a file of sources, of which one place is changed and the rest stays as it is. */
final class SourcesText {
  private final String text;
  private final List<Node> entries;
  private final @Nullable SequenceNode list;

  SourcesText(String text) {
    this.text = text;
    Node root = new Yaml().compose(new StringReader(text));
    this.list = value(root, "sources") instanceof SequenceNode sequence ? sequence : null;
    this.entries = list == null ? List.of() : list.getValue();
  }

  /** The same, in which the source of this id has these tokens. */
  String withTokens(String id, List<Token> tokens) {
    Node before = value(entries.get(indexOf(id)), "tokens");
    if (!(before instanceof SequenceNode list) || list.getFlowStyle() != FlowStyle.FLOW) {
      throw new StormdrainException(
          "the tokens of %s are not written as [...]; change them yourself".formatted(id));
    }
    String written =
        tokens.stream()
            .map(token -> '"' + token.reveal() + '"')
            .collect(Collectors.joining(", ", "[", "]"));
    return text.substring(0, at(before.getStartMark()))
        + written
        + text.substring(at(before.getEndMark()));
  }

  /** The same without the source of this id. */
  String without(String id) {
    int index = indexOf(id);
    if (list == null || list.getFlowStyle() == FlowStyle.FLOW) {
      throw new StormdrainException("the sources are not written one below the other");
    }
    int from = lineOf(entries.get(index).getStartMark());
    boolean last = index + 1 == entries.size();
    int to = last ? at(list.getEndMark()) : lineOf(entries.get(index + 1).getStartMark());
    String rest = text.substring(to);
    // A list of nothing has to say so.
    return entries.size() == 1
        ? text.substring(0, lineOf(list.getStartMark())).stripTrailing() + " []\n" + rest
        : text.substring(0, from) + rest;
  }

  private int indexOf(String id) {
    for (int i = 0; i < entries.size(); i++) {
      if (value(entries.get(i), "id") instanceof ScalarNode name && name.getValue().equals(id)) {
        return i;
      }
    }
    throw new StormdrainException("there is no source " + id);
  }

  private static @Nullable Node value(@Nullable Node of, String key) {
    if (of instanceof MappingNode mapping) {
      for (NodeTuple pair : mapping.getValue()) {
        if (pair.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return pair.getValueNode();
        }
      }
    }
    return null;
  }

  /** Marks count code points. */
  private int at(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  private int lineOf(Mark mark) {
    return text.lastIndexOf('\n', at(mark)) + 1;
  }
}
