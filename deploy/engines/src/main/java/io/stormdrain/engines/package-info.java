/**
 * Kafka and PostgreSQL on one machine, for {@code ./stormdrain up} and for the tests.
 *
 * <p>The engines run in processes of their own, from {@code target/lib}. What a caller loads
 * ({@link io.stormdrain.engines.Engines}, {@link io.stormdrain.engines.Kafka}, {@link
 * io.stormdrain.engines.Postgres} and what they touch) needs the JDK alone; {@link
 * io.stormdrain.engines.Broker}, {@link io.stormdrain.engines.Topics}, {@link
 * io.stormdrain.engines.CreateDatabase} and {@link io.stormdrain.engines.UnpackPostgres} are the
 * main classes of those processes.
 */
@NullMarked
package io.stormdrain.engines;

import org.jspecify.annotations.NullMarked;
