/**
 * What Kafka still keeps of a topic, read back for people who look at a page: in no group, with no
 * commit, and for so long only.
 */
package io.stormdrain.notifier.kept;
