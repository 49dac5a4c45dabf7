/*
 * The load generator: opens the planned connections, keeps a window of publishes in flight (closed loop) or sends on a
 * schedule (open loop), counts every delivery and prints one line of JSON. It fails unless every subscriber got exactly
 * what was published.
 *
 *   loadgen PLAN key=value...   keys: see loadgen-options.c
 */
#include "client.h"
#include "histogram.h"
#include "loadgen-options.h"
#include "process-usage.h"
#include "wire.h"
#include <sys/epoll.h>
#include <unistd.h>

enum { CONNECTING_MAX = 128, DUE_MAX = 64 };

typedef struct publisher {
  const planned_publisher *planned;
  client *client;
  uint64_t sent, delivered, completed;
  uint64_t due[DUE_MAX]; /* when the messages to send now should have gone */
  uint32_t due_count;
  uint8_t *template;
  int dirty;
} publisher;

static client *clients;
static publisher *publishers, **dirty;
static uint32_t dirty_count;
static uint64_t total_sent, total_delivered, total_acked;
static int stopped;
static histogram *latencies;
static uint8_t hex_values[256];

static uint64_t read_hex(const uint8_t *p, int digits) {
  uint64_t value = 0;
  for (int i = 0; i < digits; i++) value = value << 4 | hex_values[p[i]];
  return value;
}

static void complete_one(publisher *p) {
  p->completed++;
  if (!p->dirty) {
    p->dirty = 1;
    dirty[dirty_count++] = p;
  }
}

void on_delivery(client *c, const uint8_t *marker) {
  uint64_t index = read_hex(marker, MARKER_PUBLISHER_DIGITS);
  if (index >= context.plan->publisher_count) die("a delivery of publisher %lu", (unsigned long)index);
  publisher *p = &publishers[index];
  c->received++;
  total_delivered++;
  p->delivered++;
  if (latencies != NULL) {
    uint64_t intended = read_hex(marker + MARKER_PUBLISHER_DIGITS, MARKER_TIME_DIGITS);
    histogram_record(latencies, context.received_ns - intended);
  }
  if (!options.ack && p->delivered >= (p->completed + 1) * p->planned->receivers) complete_one(p);
}

void on_ack(client *c) {
  if (c->state != CLIENT_READY) {
    if (context.plan->wire == WIRE_SOCKET_IO) on_prologue_reply(c);
    return;
  }
  if (c->publisher == NULL) die("connection %u got an ack it did not ask for", c->index);
  c->acked++;
  total_acked++;
  if (options.ack) complete_one(c->publisher);
}

static void patch(publisher *p, uint8_t *message, uint64_t intended_ns) {
  static const char digits[] = "0123456789abcdef";
  const planned_publisher *planned = p->planned;
  uint64_t counter = p->sent;
  for (uint32_t i = planned->counter_width; i > 0; i--, counter /= 10)
    message[planned->counter_at + i - 1] = (uint8_t)('0' + counter % 10);
  uint8_t *time = message + planned->marker_at + MARKER_PUBLISHER_DIGITS;
  for (int i = MARKER_TIME_DIGITS - 1; i >= 0; i--, intended_ns >>= 4) time[i] = (uint8_t)digits[intended_ns & 15];
}

static void send_due(publisher *p) {
  size_t length = p->planned->template.length;
  uint32_t pack = options.packed ? p->due_count : 1;
  for (uint32_t i = 0; i < p->due_count; i += pack) {
    uint8_t *at = client_begin_message(p->client, (uint8_t)context.plan->opcode, pack * length);
    for (uint32_t j = 0; j < pack; j++, at += length) {
      memcpy(at, p->template, length);
      patch(p, at, p->due[i + j]);
      p->sent++;
      total_sent++;
    }
  }
  p->due_count = 0;
  client_flush(p->client);
}

/* Due messages are gathered, so that what is due at once is one write, and one WebSocket message where it may be. */
static void schedule(publisher *p, uint64_t intended_ns) {
  p->due[p->due_count++] = intended_ns;
  if (p->due_count == DUE_MAX) send_due(p);
}

static void refill(publisher *p) {
  if (stopped) return;
  uint64_t credit = options.window - (p->sent - p->completed), now = now_ns();
  if (options.limit > 0 && p->sent + credit > options.limit) credit = options.limit - p->sent;
  for (uint64_t i = 0; i < credit; i++) schedule(p, now);
  if (p->due_count > 0) send_due(p);
}

/* One turn: what the sockets have, then new publishes for the windows that opened. */
static void turn(int timeout_ms) {
  struct epoll_event events[512];
  int n = epoll_wait(context.epoll_fd, events, 512, timeout_ms);
  if (n < 0 && errno != EINTR) die("epoll_wait: %s", strerror(errno));
  for (int i = 0; i < n; i++) client_handle(events[i].data.ptr, events[i].events);
  uint32_t count = dirty_count;
  dirty_count = 0;
  for (uint32_t i = 0; i < count; i++) {
    dirty[i]->dirty = 0;
    if (options.rate == 0) refill(dirty[i]);
  }
}

static void connect_all(const plan *p) {
  uint64_t deadline = now_ns() + 120 * 1000000000ull;
  for (uint32_t started = 0; context.ready < p->connection_count;) {
    while (started < p->connection_count && started - context.ready < CONNECTING_MAX) client_connect(&clients[started++]);
    turn(100);
    if (now_ns() > deadline) die("only %u of %u connections came up", context.ready, p->connection_count);
  }
}

static int all_settled(void) {
  for (uint32_t i = 0; i < context.plan->publisher_count; i++) {
    const publisher *p = &publishers[i];
    if (p->delivered < p->sent * p->planned->receivers) return 0;
    if (options.ack && p->client->acked < p->sent) return 0;
  }
  return 1;
}

/* Has nothing arrived for too long? */
static int stalled(void) {
  static uint64_t seen, since;
  uint64_t now = now_ns();
  if (since == 0 || seen != total_delivered + total_acked) {
    seen = total_delivered + total_acked;
    since = now;
  }
  return now - since > options.stall_ms * 1000000ull;
}

static void settle(void) {
  while (!all_settled() && !stalled()) turn(10);
  /* What comes now would be a delivery too many. */
  for (uint64_t end = now_ns() + 100000000ull; now_ns() < end;) turn(10);
  for (uint32_t i = 0; i < context.plan->connection_count; i++) {
    const planned_connection *planned = &context.plan->connections[i];
    uint64_t expected = 0;
    for (uint32_t j = 0; j < planned->subscription_count; j++) expected += publishers[planned->publishers[j]].sent;
    if (clients[i].received != expected)
      die("connection %u got %lu messages of %lu", i, (unsigned long)clients[i].received, (unsigned long)expected);
    uint64_t acks = options.ack && clients[i].publisher != NULL ? clients[i].publisher->sent : 0;
    if (clients[i].acked != acks)
      die("connection %u got %lu acks of %lu", i, (unsigned long)clients[i].acked, (unsigned long)acks);
  }
}

static int limit_reached(void) {
  if (options.limit == 0) return 0;
  for (uint32_t i = 0; i < context.plan->publisher_count; i++)
    if (publishers[i].sent < options.limit) return 0;
  return all_settled();
}

/* Runs until `end`; on a schedule, message number k is due at start + k / rate whatever the server does. */
static void run_until(uint64_t end, uint64_t start) {
  static uint64_t due;
  for (uint64_t now = now_ns(); now < end && !limit_reached(); now = now_ns()) {
    if (options.rate == 0) {
      if (stalled()) return;
      turn(20);
      continue;
    }
    uint64_t first = due;
    for (uint64_t at; (at = start + due * 1000000000ull / options.rate) <= now; due++)
      schedule(&publishers[due % context.plan->publisher_count], at);
    for (uint64_t i = first; i < due && i - first < context.plan->publisher_count; i++)
      if (publishers[i % context.plan->publisher_count].due_count > 0)
        send_due(&publishers[i % context.plan->publisher_count]);
    turn(0);
  }
}

static void print_latencies(void) {
  if (latencies == NULL) return;
  printf(",\"latencyUs\":{\"p50\":%.1f,\"p99\":%.1f,\"p999\":%.1f,\"max\":%.1f,\"count\":%lu}",
         (double)histogram_quantile(latencies, 0.5) / 1e3, (double)histogram_quantile(latencies, 0.99) / 1e3,
         (double)histogram_quantile(latencies, 0.999) / 1e3, (double)latencies->max / 1e3,
         (unsigned long)latencies->total);
}

/*
 * Runs until the server has used `cpu_ms`, at most ten times as long by the clock. A compiler that works at run time
 * warms up in CPU time, and on a shared machine that is not the clock's.
 */
static void run_for_cpu(int pid, uint64_t cpu_ms, uint64_t start) {
  uint64_t used = process_cpu_ns(pid), deadline = now_ns() + 10 * cpu_ms * 1000000ull;
  while (now_ns() < deadline && process_cpu_ns(pid) - used < cpu_ms * 1000000ull && !limit_reached() && !stalled())
    run_until(now_ns() + 20000000ull, start);
}

static void measure(int pid) {
  uint64_t start = now_ns();
  for (uint32_t i = 0; i < context.plan->publisher_count && options.rate == 0; i++) refill(&publishers[i]);
  run_for_cpu(pid, options.warmup_cpu_ms, start);
  if (options.rate > 0) latencies = allocate(sizeof *latencies);
  uint64_t begin = now_ns(), cpu = process_cpu_ns(pid), sent = options.limit > 0 ? 0 : total_sent;
  uint64_t delivered = options.limit > 0 ? 0 : total_delivered, acked = options.limit > 0 ? 0 : total_acked;
  run_until(begin + options.measure_ms * 1000000ull, start);
  /* A server that got little of its core so far runs on until it has had half of the time. */
  uint64_t had_ms = (process_cpu_ns(pid) - cpu) / 1000000u;
  if (options.rate == 0 && had_ms < options.measure_ms / 2) run_for_cpu(pid, options.measure_ms / 2 - had_ms, start);
  cpu = process_cpu_ns(pid) - cpu;
  delivered = total_delivered - delivered;
  acked = total_acked - acked;
  sent = total_sent - sent;
  uint64_t elapsed = now_ns() - begin;
  stopped = 1;
  settle();
  printf("{\"published\":%lu,\"delivered\":%lu,\"acked\":%lu,\"seconds\":%.6f,\"cpuUs\":%.1f",
         (unsigned long)sent, (unsigned long)delivered, (unsigned long)acked, (double)elapsed / 1e9, (double)cpu / 1e3);
  printf(",\"totalPublished\":%lu,\"totalDelivered\":%lu,\"totalAcked\":%lu", (unsigned long)total_sent,
         (unsigned long)total_delivered, (unsigned long)total_acked);
  print_latencies();
  printf("}\n");
}

static void wait_idle(int pid, uint64_t resident_before) {
  for (uint64_t end = now_ns() + options.idle_ms * 1000000ull; now_ns() < end;) turn(50);
  printf("{\"connections\":%u,\"residentBefore\":%lu,\"residentAfter\":%lu}\n", context.ready,
         (unsigned long)resident_before, (unsigned long)process_resident_bytes(pid));
}

static void set_up(const plan *p) {
  clients = allocate(p->connection_count * sizeof(client));
  for (uint32_t i = 0; i < p->connection_count; i++) clients[i].index = i;
  publishers = allocate(p->publisher_count * sizeof(publisher));
  dirty = allocate(p->publisher_count * sizeof(publisher *));
  for (uint32_t i = 0; i < p->publisher_count; i++) {
    const planned_publisher *planned = &p->publishers[i];
    publishers[i].planned = planned;
    publishers[i].client = &clients[planned->connection];
    publishers[i].client->publisher = &publishers[i];
    publishers[i].template = allocate(planned->template.length);
    memcpy(publishers[i].template, planned->template.data, planned->template.length);
  }
  for (int i = 0; i < 10; i++) hex_values['0' + i] = (uint8_t)i;
  for (int i = 0; i < 6; i++) hex_values['a' + i] = (uint8_t)(10 + i);
}

int main(int argc, char **argv) {
  if (argc < 2) die("usage: loadgen PLAN key=value...");
  raise_open_files();
  read_options(argc - 2, argv + 2);
  plan *p = read_plan(argv[1]);
  context.plan = p;
  context.epoll_fd = epoll_create1(EPOLL_CLOEXEC);
  set_up(p);
  uint64_t resident = process_resident_bytes((int)options.pid);
  connect_all(p);
  if (options.idle_ms > 0) wait_idle((int)options.pid, resident);
  else measure((int)options.pid);
  return 0;
}
