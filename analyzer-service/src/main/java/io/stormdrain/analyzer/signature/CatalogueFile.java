package io.stormdrain.analyzer.signature;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * A file of signatures that a user has written: they add to the shipped ones, and take the place of
 * those with the same id.
 *
 * @param name what messages call it
 * @param yaml read only
 */
public record CatalogueFile(String name, byte[] yaml) {
  InputStream open() {
    return new ByteArrayInputStream(yaml);
  }
}
