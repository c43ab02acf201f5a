package io.stormdrain.notifier.outgoing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A server on a real socket of this machine, with a thread for each connection. */
public abstract class ScriptedServer implements AutoCloseable {

  private final ServerSocket server;
  private final Thread acceptor;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  protected ScriptedServer() throws IOException {
    this(ServerSocketFactory.getDefault());
  }

  protected ScriptedServer(ServerSocketFactory sockets) throws IOException {
    server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    acceptor = Thread.ofVirtual().unstarted(this::accept);
  }

  /** Speaks with one client to the end. */
  protected abstract void serve(Socket socket);

  /** Takes connections from now on. */
  protected final void listen() {
    acceptor.start();
  }

  /** Where it listens. */
  public final int port() {
    return server.getLocalPort();
  }

  @Override
  public final void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
      // Until then the port may still take connections.
      acceptor.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        // Closed.
      }
    }
  }
}
