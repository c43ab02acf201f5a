/**
 * The registry of sources in PostgreSQL: its tables, what each instance has read of them and goes
 * on with when the database is away.
 */
package io.stormdrain.ingest.registry;
