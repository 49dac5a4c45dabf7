/*
 * What the load generator is to do, as test/bench/plan-file.ts wrote it: little-endian 32-bit numbers, each byte string
 * behind its length.
 */
#ifndef PLAN_H
#define PLAN_H
#include "base.h"

enum wire { WIRE_FRAMES = 0, WIRE_NATS = 1, WIRE_SOCKET_IO = 2 };

typedef struct {
  const uint8_t *data;
  uint32_t length;
} bytes;

/* One message of the prologue; opcode 0 sends nothing and only waits. */
typedef struct {
  uint32_t opcode, replies;
  bytes payload;
} step;

typedef struct {
  uint32_t subscription_count, step_count;
  uint32_t *publishers; /* whose messages this connection receives */
  step *steps;
} planned_connection;

/* A template that is patched in place: a counter that makes its id unique, and a marker that receivers read. */
typedef struct {
  uint32_t connection, receivers;
  bytes template;
  uint32_t counter_at, counter_width, marker_at;
} planned_publisher;

typedef struct {
  uint32_t wire, port, opcode, marker_at; /* marker_at: where a delivered item carries the marker */
  uint32_t connection_count, publisher_count;
  bytes upgrade;
  planned_connection *connections;
  planned_publisher *publishers;
} plan;

plan *read_plan(const char *path);
#endif
