package io.stormdrain.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.source.SigningSecret;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures, by the vectors that the platforms' own documents and libraries give. */
class ProofTest {
  private static final byte[] BODY = "Hello, World!".getBytes(UTF_8);
  private static final String SECRET = "It's a Secret to Everybody";
  private static final String HEX =
      "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
  private static final String BASE64 =
      Base64.getEncoder().encodeToString(HexFormat.of().parseHex(HEX));

  private static final String RENDERS = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final long SENT = 1_770_307_201_000L;
  private static final Map<String, String> RENDER =
      Map.of(
          "webhook-id", "evt-cph1rs3idesc73a2b2mg",
          "webhook-timestamp", "1770307201",
          "webhook-signature", "v1,TXytKI/Pkf2bY5TR+X4WYzVyuWUBteQUx9ryfbvuezQ=");

  @ParameterizedTest
  @CsvSource({
    "github, X-Hub-Signature-256, sha256=" + HEX,
    "sentry, Sentry-Hook-Signature, " + HEX,
  })
  void aBodyIsSignedInHexadecimalDigits(String platform, String header, String signature) {
    assertProven(platform, header, signature);
  }

  @Test
  void herokuSignsInBase64() {
    assertProven("heroku", "Heroku-Webhook-Hmac-SHA256", BASE64);
  }

  private static void assertProven(String platform, String header, String signature) {
    Map<String, String> signed = Map.of(header, signature);
    byte[] tampered = "Hello, World?".getBytes(UTF_8);

    assertThat(proof(platform, BODY, signed, SECRET)).isEqualTo(Proof.SIGNED);
    assertThat(proof(platform, BODY, signed, "another secret", SECRET)).isEqualTo(Proof.SIGNED);
    assertThat(proof(platform, BODY, signed)).isEqualTo(Proof.UNSIGNED);
    assertThat(proof(platform, BODY, signed, "another secret")).isEqualTo(Proof.FORGED);
    assertThat(proof(platform, tampered, signed, SECRET)).isEqualTo(Proof.FORGED);
    assertThat(proof(platform, BODY, Map.of(), SECRET)).isEqualTo(Proof.FORGED);
    assertThat(proof(platform, BODY, Map.of(header, "zz"), SECRET)).isEqualTo(Proof.FORGED);
    assertThat(proof(platform, BODY, Map.of(header, ""), SECRET)).isEqualTo(Proof.FORGED);
  }

  @Test
  void renderFollowsStandardWebhooks() {
    byte[] body = Decoding.fixture("webhook/render-server-failed.json");

    assertThat(renders(body, RENDER, SENT)).isEqualTo(Proof.SIGNED);
    assertThat(renders(body, with("webhook-id", "evt-other"), SENT)).isEqualTo(Proof.FORGED);
    assertThat(renders(BODY, RENDER, SENT)).isEqualTo(Proof.FORGED);
    assertThat(renders(body, with("webhook-signature", ""), SENT)).isEqualTo(Proof.FORGED);
    assertThat(renders(body, with("webhook-timestamp", "soon"), SENT)).isEqualTo(Proof.FORGED);
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() {
    byte[] body = Decoding.fixture("webhook/render-server-failed.json");
    String own = Objects.requireNonNull(RENDER.get("webhook-signature"));

    assertThat(renders(body, with("webhook-signature", "v1,AAAA v2,x " + own), SENT))
        .isEqualTo(Proof.SIGNED);
    assertThat(renders(body, with("webhook-signature", "v2" + own.substring(2)), SENT))
        .isEqualTo(Proof.FORGED);
  }

  @ParameterizedTest
  @CsvSource({"0, SIGNED", "300000, SIGNED", "-300000, SIGNED", "300001, STALE", "-300001, STALE"})
  void whatWasSignedLongAgoIsStale(long later, Proof proof) {
    byte[] body = Decoding.fixture("webhook/render-server-failed.json");

    assertThat(renders(body, RENDER, SENT + later)).isEqualTo(proof);
  }

  @Test
  void aTimeThatIsNoneIsStaleWhoeverSignedIt() throws Exception {
    String time = "99999999999999999999";
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(RENDERS.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update(("id." + time + ".").getBytes(UTF_8));
    String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(BODY));
    Map<String, String> headers =
        Map.of("webhook-id", "id", "webhook-timestamp", time, "webhook-signature", signature);

    assertThat(renders(BODY, headers, SENT)).isEqualTo(Proof.STALE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"railway", "scalingo"})
  void whoSignsNothingIsKnownByTheTokenAlone(String platform) {
    assertThat(proof(platform, BODY, Map.of(), SECRET)).isEqualTo(Proof.UNSIGNED);
  }

  @Test
  void vercelSignsBySha1() {
    List<SigningSecret> secrets = List.of(SigningSecret.of("vercel-secret"));
    byte[] body = "{}".getBytes(UTF_8);

    assertThat(Signature.vercels(secrets, "a825983bd9056d011df12389e71007ee4b04330a", body))
        .isEqualTo(Proof.SIGNED);
    assertThat(Signature.vercels(secrets, "a825983bd9056d011df12389e71007ee4b04330a", BODY))
        .isEqualTo(Proof.FORGED);
    assertThat(Signature.vercels(secrets, "", body)).isEqualTo(Proof.FORGED);
  }

  private static Map<String, String> with(String header, String value) {
    Map<String, String> changed = new TreeMap<>(RENDER);
    changed.put(header, value);
    return changed;
  }

  private static Proof renders(byte[] body, Map<String, String> headers, long now) {
    return hook("render").proof(Hooked.delivered(body, headers, RENDERS), now);
  }

  private static Proof proof(
      String platform, byte[] body, Map<String, String> headers, String... secrets) {
    return hook(platform).proof(Hooked.delivered(body, headers, secrets), 0);
  }

  private static Hook hook(String platform) {
    return Objects.requireNonNull(Hooks.all().get(platform));
  }
}
