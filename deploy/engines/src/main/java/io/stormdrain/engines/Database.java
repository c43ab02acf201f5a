package io.stormdrain.engines;

/**
 * How to connect to a database.
 *
 * @param jdbcUrl without credentials
 * @param user who owns it
 * @param password of the user
 */
public record Database(String jdbcUrl, String user, Password password) {}
