/** The other two services, as far as pages show what they know. One that is away is said to be. */
package io.stormdrain.notifier.neighbour;
