package io.stormdrain.ingest.door;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Since when the sender on a connection has been at a request: from its first byte to the first one
 * of the answer. Belongs to the connection's thread.
 */
final class HttpPatience extends ChannelDuplexHandler {
  static final long NOTHING_OWED = Long.MIN_VALUE;

  private long since;

  /**
   * For a connection.
   *
   * @param since nanoseconds, or {@link #NOTHING_OWED}
   */
  HttpPatience(long since) {
    this.since = since;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object read) {
    if (since == NOTHING_OWED) {
      since = System.nanoTime();
    }
    context.fireChannelRead(read);
  }

  @Override
  public void write(ChannelHandlerContext context, Object written, ChannelPromise promise) {
    since = NOTHING_OWED;
    ChannelFuture _ = context.write(written, promise);
  }

  /** Has it been at it for longer than it may be? */
  boolean isOver(long now, long limit) {
    return since != NOTHING_OWED && now - since > limit;
  }
}
