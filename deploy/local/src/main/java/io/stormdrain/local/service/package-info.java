/** Talking to the APIs of the services, and their answers as lines for people. */
@NullMarked
package io.stormdrain.local.service;

import org.jspecify.annotations.NullMarked;
