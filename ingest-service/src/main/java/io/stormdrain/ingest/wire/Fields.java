package io.stormdrain.ingest.wire;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/**
 * The fields of one protobuf message, one after another, as offsets into the body: so a body of
 * millions of small messages is never held as objects.
 */
public final class Fields {
  private final byte[] body;
  private final int start;
  private final int end;
  private final boolean open;
  private final CodedInputStream in;

  private int tag;
  private int opened;
  private int from;
  private int to;
  private boolean cut;
  private long number;

  private Fields(byte[] body, int from, int to, boolean open) {
    this.body = body;
    this.start = from;
    this.end = to;
    this.open = open;
    this.in = CodedInputStream.newInstance(body, from, to - from);
    this.opened = from;
  }

  /** Of a whole body, whose last field may have been cut off. */
  public static Fields of(byte[] body, int limit) {
    return new Fields(body, 0, limit, true);
  }

  /** Goes to the next field; false at the end. Throws where the bytes are no protobuf. */
  public boolean next() throws IOException {
    opened = start + in.getTotalBytesRead();
    tag = in.readTag();
    if (tag == 0) {
      return false;
    }
    switch (WireFormat.getTagWireType(tag)) {
      case WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
        int length = in.readRawVarint32();
        from = start + in.getTotalBytesRead();
        cut = open && length > end - from;
        in.skipRawBytes(cut ? end - from : length);
        to = cut ? end : from + length;
      }
      case WireFormat.WIRETYPE_VARINT -> number = in.readRawVarint64();
      case WireFormat.WIRETYPE_FIXED64 -> number = in.readRawLittleEndian64();
      default -> in.skipField(tag);
    }
    return true;
  }

  /** Is it this field, with a message, text or bytes in it? */
  public boolean is(int field) {
    return tag == (field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED);
  }

  /** Is it this field, with a number of variable length? */
  public boolean isVarint(int field) {
    return tag == (field << 3 | WireFormat.WIRETYPE_VARINT);
  }

  /** Is it this field, with a number of eight bytes? */
  public boolean isFixed64(int field) {
    return tag == (field << 3 | WireFormat.WIRETYPE_FIXED64);
  }

  /** The number in the field. */
  public long number() {
    return number;
  }

  /** Where the field's content begins in the body. */
  public int from() {
    return from;
  }

  /** Where the field's content ends. */
  public int to() {
    return to;
  }

  /** Bytes of the content. */
  public int length() {
    return to - from;
  }

  /** The field's message, as fields. */
  public Fields inner() {
    return new Fields(body, from, to, false);
  }

  /** As above; its last field may have been cut off, as the message itself was. */
  public Fields container() {
    return new Fields(body, from, to, cut);
  }

  /** The body ends before the field does. */
  public boolean isCut() {
    return cut;
  }

  /** All bytes of which these are some. */
  public byte[] body() {
    return body;
  }

  /** First byte of the field that is read, or could not be. */
  public int opened() {
    return opened;
  }

  /** End of the message. */
  public int end() {
    return end;
  }
}
