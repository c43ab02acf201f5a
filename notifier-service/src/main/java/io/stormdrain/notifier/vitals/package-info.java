/** What is counted of an app over time: requests, how long they took, memory, lost lines. Pure. */
package io.stormdrain.notifier.vitals;
