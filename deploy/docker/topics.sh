#!/bin/sh
# Makes the topics on a cluster and leaves those that exist as they are. The same names, partitions and bounds as on one
# machine (io.stormdrain.engines.Topics); on a cluster of several brokers set REPLICAS=3.
set -eu
bootstrap=${KAFKA_BOOTSTRAP_SERVERS:?where the cluster is}
tool=${KAFKA_HOME:-/opt/kafka}/bin/kafka-topics.sh

topic() { # name, days, MiB per partition: whichever bound is reached first
  "$tool" --bootstrap-server "$bootstrap" ${COMMAND_CONFIG:+--command-config "$COMMAND_CONFIG"} \
    --create --if-not-exists --topic "$1" --partitions "${PARTITIONS:-4}" --replication-factor "${REPLICAS:-1}" \
    --config cleanup.policy=delete \
    --config retention.ms=$(($2 * 24 * 60 * 60 * 1000)) \
    --config retention.bytes=$(($3 * 1024 * 1024)) \
    --config segment.bytes=$(($3 * 1024 * 1024 / 4)) \
    --config max.message.bytes=2097152 \
    --config message.timestamp.type=CreateTime \
    --config message.timestamp.before.max.ms=9223372036854775807 \
    --config message.timestamp.after.max.ms=86400000
}

topic log-lines 7 256
topic signals 7 128
topic parked 7 64
topic incidents 30 64
