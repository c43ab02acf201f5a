/** The sources as an API, for whoever shows the admin token: who may send, and since when. */
package io.stormdrain.ingest.api;
