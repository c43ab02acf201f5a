package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.ConfigProvider;

/** A sender of syslog. */
final class SyslogSocket implements AutoCloseable {
  private final Socket socket;

  private SyslogSocket(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(20_000);
  }

  static SyslogSocket tcp() throws IOException {
    return new SyslogSocket(
        new Socket(InetAddress.getLoopbackAddress(), port("stormdrain.ingest.syslog-port")));
  }

  /** As Logplex and Render do, which know TLS 1.2 and check no certificate of ours. */
  static SyslogSocket tls() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.2");
      context.init(null, new TrustManager[] {new TrustsAll()}, null);
      SSLSocket socket =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket("127.0.0.1", port("stormdrain.ingest.syslog-tls-port"));
      socket.startHandshake();
      return new SyslogSocket(socket);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  static int port(String setting) {
    return ConfigProvider.getConfig().getValue(setting, Integer.class);
  }

  void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  /** Has the service hung up? Waits for it. */
  boolean isClosedByService() {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException e) {
      return !(e instanceof SocketTimeoutException);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

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
