#include "plan.h"

typedef struct {
  const uint8_t *at, *end;
} reader;

static uint32_t read_u32(reader *r) {
  if (r->end - r->at < 4) die("the plan ends too early");
  uint32_t value = (uint32_t)r->at[0] | (uint32_t)r->at[1] << 8 | (uint32_t)r->at[2] << 16 | (uint32_t)r->at[3] << 24;
  r->at += 4;
  return value;
}

static bytes read_bytes(reader *r) {
  bytes value = {NULL, read_u32(r)};
  if ((size_t)(r->end - r->at) < value.length) die("the plan ends too early");
  value.data = r->at;
  r->at += value.length;
  return value;
}

static void read_publisher(reader *r, planned_publisher *publisher) {
  publisher->connection = read_u32(r);
  publisher->receivers = read_u32(r);
  publisher->template = read_bytes(r);
  publisher->counter_at = read_u32(r);
  publisher->counter_width = read_u32(r);
  publisher->marker_at = read_u32(r);
}

static void read_connection(reader *r, planned_connection *connection) {
  connection->subscription_count = read_u32(r);
  connection->publishers = allocate(connection->subscription_count * sizeof(uint32_t));
  for (uint32_t i = 0; i < connection->subscription_count; i++) connection->publishers[i] = read_u32(r);
  connection->step_count = read_u32(r);
  connection->steps = allocate(connection->step_count * sizeof(step));
  for (uint32_t i = 0; i < connection->step_count; i++) {
    connection->steps[i].opcode = read_u32(r);
    connection->steps[i].replies = read_u32(r);
    connection->steps[i].payload = read_bytes(r);
  }
}

plan *read_plan(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) die("%s: %s", path, strerror(errno));
  buffer content = {0};
  for (size_t got = 1; got > 0; content.length += got) got = fread(buffer_reserve(&content, 1 << 20), 1, 1 << 20, file);
  fclose(file);

  reader r = {content.data, content.data + content.length};
  plan *p = allocate(sizeof *p);
  p->wire = read_u32(&r);
  p->port = read_u32(&r);
  p->opcode = read_u32(&r);
  p->marker_at = read_u32(&r);
  p->upgrade = read_bytes(&r);
  p->publisher_count = read_u32(&r);
  p->publishers = allocate(p->publisher_count * sizeof(planned_publisher));
  for (uint32_t i = 0; i < p->publisher_count; i++) read_publisher(&r, &p->publishers[i]);
  p->connection_count = read_u32(&r);
  p->connections = allocate(p->connection_count * sizeof(planned_connection));
  for (uint32_t i = 0; i < p->connection_count; i++) read_connection(&r, &p->connections[i]);
  if (r.at != r.end) die("the plan has bytes left over");
  return p;
}
