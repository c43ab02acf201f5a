package io.stormdrain.ingest.redact;

import static io.stormdrain.ingest.redact.Chars.ALNUM;
import static io.stormdrain.ingest.redact.Chars.BASE64;
import static io.stormdrain.ingest.redact.Chars.BASE64URL;
import static io.stormdrain.ingest.redact.Chars.DIGIT;
import static io.stormdrain.ingest.redact.Chars.HEX;
import static io.stormdrain.ingest.redact.Chars.TOKEN68;
import static io.stormdrain.ingest.redact.Chars.UPPER_ALNUM;
import static io.stormdrain.ingest.redact.Chars.WORD;
import static io.stormdrain.ingest.redact.SecretKind.CHAT_TOKEN;
import static io.stormdrain.ingest.redact.SecretKind.CLOUD_KEY;
import static io.stormdrain.ingest.redact.SecretKind.CODE_HOST_TOKEN;
import static io.stormdrain.ingest.redact.SecretKind.OWN_TOKEN;
import static io.stormdrain.ingest.redact.SecretKind.PASSWORD_HASH;
import static io.stormdrain.ingest.redact.SecretKind.PAYMENT_KEY;
import static io.stormdrain.ingest.redact.SecretKind.PLATFORM_KEY;
import static io.stormdrain.ingest.redact.SecretKind.PRIVATE_KEY;
import static io.stormdrain.ingest.redact.SecretKind.SERVICE_KEY;

import java.util.List;
import java.util.stream.Stream;

/** Keys that their vendors begin with characters of their own. */
final class Vendors {
  private static final Chars PATH = Chars.of("0-9A-Za-z_/-");
  private static final Chars DOTTED = Chars.of("0-9A-Za-z_.-");
  private static final Chars TILDED = Chars.of("0-9A-Za-z_.~-");
  private static final Chars RENDER_HOOK = Chars.of("0-9A-Za-z?=&_-");
  private static final Chars MACAROON = Chars.of("0-9A-Za-z+/=_,-");
  private static final Chars BCRYPT = Chars.of("0-9A-Za-z./$");

  private Vendors() {}

  static List<Rule> rules() {
    return Stream.of(clouds(), platforms(), codeHosts(), chats(), services(), others())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Rule> clouds() {
    return List.of(
        Token.exactly(CLOUD_KEY, "AKIA", UPPER_ALNUM, 16),
        Token.exactly(CLOUD_KEY, "ASIA", UPPER_ALNUM, 16),
        Token.exactly(CLOUD_KEY, "ABIA", UPPER_ALNUM, 16),
        Token.exactly(CLOUD_KEY, "ACCA", UPPER_ALNUM, 16),
        Token.any(CLOUD_KEY, "AIza", BASE64URL, 35),
        Token.any(CLOUD_KEY, "ya29.", DOTTED, 20),
        Token.any(CLOUD_KEY, "GOCSPX-", BASE64URL, 20),
        Token.random(CLOUD_KEY, "1//0", BASE64URL, 30),
        new Embedded(CLOUD_KEY, Anchor.of("[0-9]Q~[0-9A-Za-z_.~-]"), TILDED, 3, 3, TILDED, 30),
        Token.any(CLOUD_KEY, "dop_v1_", HEX, 60),
        Token.any(CLOUD_KEY, "doo_v1_", HEX, 60),
        Token.any(CLOUD_KEY, "dor_v1_", HEX, 60),
        Token.any(CLOUD_KEY, "LTAI", ALNUM, 20));
  }

  private static List<Rule> platforms() {
    return List.of(
        Token.any(PLATFORM_KEY, "HRKU-", BASE64URL, 30),
        Token.any(PLATFORM_KEY, "rnd_", ALNUM, 20),
        Token.any(PLATFORM_KEY, "api.render.com/deploy/", RENDER_HOOK, 20),
        Token.any(PLATFORM_KEY, "FlyV1 ", MACAROON, 30),
        Token.any(PLATFORM_KEY, "fm1r_", BASE64, 30),
        Token.any(PLATFORM_KEY, "fm2_", BASE64, 30),
        Token.any(PLATFORM_KEY, "fo1_", BASE64URL, 30),
        Token.any(PLATFORM_KEY, "nfp_", ALNUM, 30),
        Token.any(PLATFORM_KEY, "tk-us-", BASE64URL, 40),
        Token.any(PLATFORM_KEY, "sbp_", HEX, 30),
        Token.any(PLATFORM_KEY, "sb_secret_", BASE64URL, 20),
        Token.any(PLATFORM_KEY, "pscale_tkn_", DOTTED, 20),
        Token.any(PLATFORM_KEY, "pscale_pw_", DOTTED, 20));
  }

  private static List<Rule> codeHosts() {
    return List.of(
        Token.any(CODE_HOST_TOKEN, "gh[pousr]_", ALNUM, 30),
        Token.any(CODE_HOST_TOKEN, "github_pat_", WORD, 40),
        Token.any(CODE_HOST_TOKEN, "glpat-", DOTTED, 20),
        Token.any(CODE_HOST_TOKEN, "gldt-", BASE64URL, 20),
        Token.any(CODE_HOST_TOKEN, "glrt-", BASE64URL, 20),
        Token.any(CODE_HOST_TOKEN, "npm_", ALNUM, 36),
        Token.any(CODE_HOST_TOKEN, "pypi-", BASE64URL, 50),
        Token.any(CODE_HOST_TOKEN, "rubygems_", HEX, 40),
        Token.any(CODE_HOST_TOKEN, "dckr_pat_", BASE64URL, 20),
        Token.any(CODE_HOST_TOKEN, "ATBB", ALNUM, 30),
        Token.any(CODE_HOST_TOKEN, "ATATT3", TOKEN68, 50));
  }

  private static List<Rule> chats() {
    return List.of(
        Token.random(CHAT_TOKEN, "xox[abeprs]-", BASE64URL, 10),
        Token.random(CHAT_TOKEN, "xoxe.", DOTTED, 20),
        Token.random(CHAT_TOKEN, "xapp-", BASE64URL, 20),
        Token.any(CHAT_TOKEN, "hooks.slack.com/services/", PATH, 20),
        Token.any(CHAT_TOKEN, "hooks.slack.com/workflows/", PATH, 20),
        Token.any(CHAT_TOKEN, "hooks.slack.com/triggers/", PATH, 20),
        Token.any(CHAT_TOKEN, "discord.com/api/webhooks/", PATH, 30),
        Token.any(CHAT_TOKEN, "discordapp.com/api/webhooks/", PATH, 30),
        Token.any(CHAT_TOKEN, "webhook.office.com/webhookb2/", Chars.of("0-9A-Za-z@/-"), 30),
        new Embedded(CHAT_TOKEN, Anchor.of("[0-9]:AA[0-9A-Za-z_-]"), DIGIT, 7, 10, BASE64URL, 30));
  }

  private static List<Rule> services() {
    return List.of(
        Token.any(PAYMENT_KEY, "[rs]k_live_", WORD, 10),
        Token.any(PAYMENT_KEY, "[rs]k_test_", WORD, 10),
        Token.any(PAYMENT_KEY, "whsec_", BASE64, 20),
        Token.any(PAYMENT_KEY, "sq0[ac][ts]p-", BASE64URL, 20),
        Token.any(PAYMENT_KEY, "access_token$production$", Chars.of("0-9a-z$"), 30),
        Token.any(PAYMENT_KEY, "shp[a-z][a-z]_", HEX, 32),
        Token.any(SERVICE_KEY, "SG.[0-9A-Za-z_-]", DOTTED, 40),
        Token.exactly(SERVICE_KEY, "key-", HEX, 32),
        Token.any(SERVICE_KEY, "sk-ant-", BASE64URL, 20),
        Token.any(SERVICE_KEY, "sk-proj-", BASE64URL, 20),
        Token.any(SERVICE_KEY, "sk-or-", BASE64URL, 20),
        Token.random(SERVICE_KEY, "sk-[0-9A-Za-z]", ALNUM, 40),
        Token.any(SERVICE_KEY, "hf_[0-9A-Za-z]", ALNUM, 30),
        Token.any(SERVICE_KEY, "gsk_", ALNUM, 40),
        Token.any(SERVICE_KEY, "sntry[su]_", TOKEN68, 30),
        Token.any(SERVICE_KEY, "NRAK-", UPPER_ALNUM, 25),
        Token.any(SERVICE_KEY, "PMAK-", BASE64URL, 40),
        Token.any(SERVICE_KEY, "dapi", HEX, 32),
        Token.any(SERVICE_KEY, "lin_api_", ALNUM, 30),
        Token.any(SERVICE_KEY, "figd_", BASE64URL, 30),
        Token.any(SERVICE_KEY, "glsa_", WORD, 30),
        Token.any(SERVICE_KEY, "glc_", BASE64, 50),
        Token.any(SERVICE_KEY, "hvs.", BASE64URL, 24),
        Token.any(SERVICE_KEY, "hvb.", BASE64URL, 24),
        Token.any(SERVICE_KEY, "dp.pt.", ALNUM, 40),
        Token.any(SERVICE_KEY, "dp.st.", DOTTED, 40));
  }

  private static List<Rule> others() {
    return List.of(
        Token.any(OWN_TOKEN, "sdt_", BASE64URL, 40),
        Token.any(OWN_TOKEN, "/logplex/", TILDED, 20),
        Token.exactly(PASSWORD_HASH, "$2[abxy]$", BCRYPT, 56),
        Token.any(PRIVATE_KEY, "AGE-SECRET-KEY-1", UPPER_ALNUM, 50),
        // PEM in base64 once more, as it is put into variables: "-----BEGIN " and the kind of key.
        Token.any(PRIVATE_KEY, "LS0tLS1CRUdJTiBQUklWQVRF", BASE64, 20),
        Token.any(PRIVATE_KEY, "LS0tLS1CRUdJTiBSU0EgUFJJ", BASE64, 20),
        Token.any(PRIVATE_KEY, "LS0tLS1CRUdJTiBFQyBQUklW", BASE64, 20),
        Token.any(PRIVATE_KEY, "LS0tLS1CRUdJTiBPUEVOU1NI", BASE64, 20),
        Token.any(PRIVATE_KEY, "LS0tLS1CRUdJTiBFTkNSWVBU", BASE64, 20));
  }
}
