/** Takes drains over HTTPS and publishes their lines to Kafka before it answers. */
package io.stormdrain.ingest;
