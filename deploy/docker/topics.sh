#!/bin/sh
# Makes the topics on a cluster and leaves those that exist as they are. The same names, partitions and bounds as on one
# machine (io.stormdrain.engines.Topics); on a cluster of several brokers set REPLICAS=3.
set -eu
bootstrap=${KAFKA_BOOTSTRAP_SERVERS:?where the cluster is}
tool=${KAFKA_HOME:-/opt/kafka}/bin/kafka-topics.sh

create() { # name, then settings as --config NAME=VALUE
  name=$1
  shift
  "$tool" --bootstrap-server "$bootstrap" ${COMMAND_CONFIG:+--command-config "$COMMAND_CONFIG"} \
    --create --if-not-exists --topic "$name" --partitions "${PARTITIONS:-4}" --replication-factor "${REPLICAS:-1}" "$@" \
    --config max.message.bytes=2097152 \
    --config message.timestamp.type=CreateTime \
    --config message.timestamp.before.max.ms=9223372036854775807 \
    --config message.timestamp.after.max.ms=86400000
}

topic() { # name, days, MiB per partition: whichever bound is reached first
  create "$1" \
    --config cleanup.policy=delete \
    --config retention.ms=$(($2 * 24 * 60 * 60 * 1000)) \
    --config retention.bytes=$(($3 * 1024 * 1024)) \
    --config segment.bytes=$(($3 * 1024 * 1024 / 4))
}

table() { # name, MiB per partition, of which a segment is a quarter: keeps the latest record of each key
  create "$1" --config cleanup.policy=compact --config segment.bytes=$(($2 * 1024 * 1024 / 4))
}

topic log-lines 7 256
topic signals 7 128
topic parked 7 64
table incidents 64
topic incident-history 30 64
