package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = DoorResource.class, initArgs = @ResourceArg(name = "tls", value = "yes"))
class TlsTest {
  @Test
  void aCertificateThatIsReplacedIsServedWithoutARestart() throws Exception {
    try (SSLSocket socket = connect();
        DrainSocket drain = new DrainSocket(socket)) {
      assertThat(name(socket)).isEqualTo("CN=first");
      assertThat(drain.post("tls", Bodies.of("one")).status()).isEqualTo(204);

      Certificate.named("second").write();

      Service.await(() -> nameOfNewConnection().equals("CN=second"));
      assertThat(drain.post("tls", Bodies.of("two")).status())
          .as("connections that are open stay")
          .isEqualTo(204);
    }
  }

  private static String nameOfNewConnection() {
    try (SSLSocket socket = connect()) {
      return name(socket);
    } catch (IOException e) {
      // In the moment of the change Vert.x drops new connections; senders come again.
      return "";
    }
  }

  private static SSLSocket connect() throws IOException {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.2");
      context.init(null, new TrustManager[] {new TrustsAll()}, null);
      SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
      socket.startHandshake();
      return socket;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static String name(SSLSocket socket) throws SSLPeerUnverifiedException {
    X509Certificate served = (X509Certificate) socket.getSession().getPeerCertificates()[0];
    return served.getSubjectX500Principal().getName();
  }

  /** As Logplex does, which does not check certificates of HTTPS drains. */
  private static final class TrustsAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
