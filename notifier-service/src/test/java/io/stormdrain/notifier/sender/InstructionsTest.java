package io.stormdrain.notifier.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstructionsTest {
  private static final Instructions INSTRUCTIONS =
      new Instructions(URI.create("https://logs.example.com"), "shop", "THE-TOKEN", "THE-SECRET");

  @ParameterizedTest
  @EnumSource
  void eachSenderIsToldTheTokenAndWhereToBringIt(Sender sender) {
    List<String> lines = INSTRUCTIONS.of(sender);

    assertThat(String.join("\n", lines)).contains("THE-TOKEN");
    assertThat(Sender.named(sender.word())).isEqualTo(sender);
    assertThat(Sender.words()).contains(sender.word());
  }

  @Test
  void herokusCommandsCanBePasted() {
    assertThat(INSTRUCTIONS.of(Sender.HEROKU))
        .contains(
            "  heroku drains:add https://drain:THE-TOKEN@logs.example.com/logplex --app shop",
            "  heroku webhooks:add -i api:release,api:build -l sync -s THE-SECRET"
                + " -u https://logs.example.com/hooks/heroku/THE-TOKEN --app shop");
  }

  @Test
  void itDoesNotShowItself() {
    assertThat(INSTRUCTIONS.toString()).doesNotContain("THE-TOKEN").doesNotContain("THE-SECRET");
  }
}
